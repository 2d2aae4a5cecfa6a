"""Claims for the workloads that a compose file or a Score file describes, with what does not fit into them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import Problem, describe, join
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.check.resource import Resource
from function.importing import kinds, score
from function.importing.compose import composed, is_compose
from function.importing.described import Described
from function.importing.fitted import fitted, missing
from function.importing.imported import Imported, Wanted, of_claim, taken_out, with_nats
from function.importing.score import is_score
from function.importing.spec import spec_of
from function.importing.unfit import PART


def is_described(document: Json) -> bool:
    """Return whether a document is a compose file or a Score file."""
    return is_compose(document) or is_score(document)


def from_file(resource: Resource, wanted: Wanted, platform: Platform, scope: Scope) -> Iterator[Imported]:
    """Yield the claim of each workload of the file, or why it has none."""
    document = resource.value
    for workload in [score.described(document)] if is_score(document) else composed(document):
        yield _imported(resource, workload, wanted, platform, scope)


def _imported(resource: Resource, workload: Described, wanted: Wanted, platform: Platform, scope: Scope) -> Imported:
    spec = _spec(workload, wanted)
    unnamed = [_in_file(workload, problem) for problem in (*_without_image(spec), *missing(spec))]
    if unnamed:
        return Imported(None, tuple(map(resource.finding, unnamed)))
    metadata: Manifest = {"name": wanted.name or workload.name, "namespace": wanted.namespace or DEFAULT_NAMESPACE}
    claim, rejected, wrong = fitted(metadata, spec, platform, scope)
    problems = [
        *(_problem(workload, steps) for steps in workload.unfit),
        *(_in_file(workload, taken_out(problem)) for problem in rejected),
        *(_in_file(workload, of_claim(problem)) for problem in wrong),
    ]
    return Imported(claim, tuple(map(resource.finding, problems)))


def _spec(workload: Described, wanted: Wanted) -> Manifest:
    """Return the spec; without a number of replicas, the service scales with its lag."""
    spec = with_nats(spec_of(workload.objects), wanted)
    scales = "replicas" not in mapping_at(workload.objects[kinds.DEPLOYMENT], "spec")
    return {key: value for key, value in spec.items() if key != "scaling" or not scales}


def _without_image(spec: Manifest) -> Iterator[Problem]:
    if "image" not in spec:
        message = describe("no image", hint="build and push one, and name it in image")
        yield Problem(path="", message=message, code="EP101")


def _in_file(workload: Described, problem: Problem) -> Problem:
    return replace(problem, path=join("", *workload.path))


def _problem(workload: Described, steps: Sequence[str | int]) -> Problem:
    """Return that a field does not fit; the last name with a hint of its own decides what to do."""
    names = [step for step in steps if isinstance(step, str)]
    known = [workload.hint(name) for name in reversed(names) if workload.hint(name) != workload.hint("")]
    message = describe("does not fit into a claim", hint=(known or [workload.hint("")])[0])
    return Problem(path=join("", *workload.path, *steps), message=message, code=PART)
