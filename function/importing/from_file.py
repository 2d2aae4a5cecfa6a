"""Claims for the workloads that a compose file or a Score file describes, with what does not fit into them."""

from collections.abc import Iterator
from dataclasses import replace

from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import Problem, describe, join
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.check.resource import Resource
from function.importing import kinds, score
from function.importing.compose import composed, is_compose
from function.importing.described import Described, Misfit
from function.importing.fitted import fitted, missing
from function.importing.imported import Imported, Wanted, of_claim, taken_out, with_nats
from function.importing.rejected import Rejected
from function.importing.score import is_score
from function.importing.spec import spec_of
from function.importing.unfit import PART


def is_described(document: Json) -> bool:
    """Return whether a document is a compose file or a Score file."""
    return is_compose(document) or is_score(document)


def from_file(resource: Resource, wanted: Wanted, platform: Platform, scope: Scope) -> Iterator[Imported]:
    """Yield the claim of each workload of the file, or why it has none."""
    document = resource.value
    for workload in [score.described(document)] if is_score(document) else composed(document, wanted.variables):
        yield _imported(resource, workload, wanted, platform, scope)


def _imported(resource: Resource, workload: Described, wanted: Wanted, platform: Platform, scope: Scope) -> Imported:
    spec = _spec(workload, wanted)
    unnamed = [*_without_image(spec, workload), *(_in_file(workload, problem) for problem in missing(spec))]
    if unnamed:
        return Imported(None, tuple(map(resource.finding, unnamed)))
    metadata: Manifest = {"name": wanted.name or workload.name, "namespace": wanted.namespace or DEFAULT_NAMESPACE}
    claim, rejected, wrong = fitted(metadata, spec, platform, scope)
    problems = [
        *(_problem(workload, misfit) for misfit in workload.unfit),
        *(_rejected(workload, found) for found in rejected),
        *(_in_file(workload, of_claim(problem)) for problem in wrong),
    ]
    return Imported(claim, tuple(map(resource.finding, problems)), errors=wrong)


def _spec(workload: Described, wanted: Wanted) -> Manifest:
    """Return the spec; without a number of replicas, the service scales with its lag."""
    spec = with_nats(spec_of(workload.objects), wanted)
    scales = "replicas" not in mapping_at(workload.objects[kinds.DEPLOYMENT], "spec")
    return {key: value for key, value in spec.items() if key != "scaling" or not scales}


def _without_image(spec: Manifest, workload: Described) -> Iterator[Problem]:
    """Yield that there is no image, or why it cannot be used."""
    if "image" in spec:
        return
    given = [misfit for misfit in workload.unfit if misfit.path[-1] == "image"]
    message = describe("no image", hint="build and push one, and name it in image")
    yield from [_problem(workload, misfit) for misfit in given] or [
        _in_file(workload, Problem(path="", message=message, code="EP101"))
    ]


def _rejected(workload: Described, found: Rejected) -> Problem:
    """Return why something was taken out of the claim, at its place in the file if it has one."""
    steps = workload.place(found.place, found.value)
    if not steps:
        return _in_file(workload, taken_out(found))
    exact = isinstance(steps[-1], int) or not isinstance(found.place[-1], int) or "name" in mapping_at(found.value)
    reason = found.problem.message if exact else found.problem
    path = join("", *workload.path, *steps)
    return replace(found.problem, path=path, message=f"does not fit into a claim: {reason}", code=PART)


def _in_file(workload: Described, problem: Problem) -> Problem:
    return replace(problem, path=join("", *workload.path))


def _problem(workload: Described, misfit: Misfit) -> Problem:
    """Return that a field does not fit; the last name with a hint of its own decides what to do."""
    names = [step for step in misfit.path if isinstance(step, str)]
    known = [workload.hint(name) for name in reversed(names) if workload.hint(name) != workload.hint("")]
    message = misfit.message or describe("does not fit into a claim", hint=(known or [workload.hint("")])[0])
    return Problem(path=join("", *workload.path, *misfit.path), message=message, code=PART)
