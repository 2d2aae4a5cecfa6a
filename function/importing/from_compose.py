"""Claims for the services of a compose file, with what does not fit into them."""

from collections.abc import Iterator, Sequence

from function.base.identity import Scope
from function.base.manifest import Manifest, mapping_at
from function.base.problems import Problem, describe, join
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.check.resource import Resource
from function.importing import kinds
from function.importing.compose import Composed, composed
from function.importing.compose_hints import hint
from function.importing.fitted import fitted, missing
from function.importing.imported import Imported, Wanted, of_claim, taken_out, with_nats
from function.importing.spec import spec_of
from function.importing.unfit import PART


def from_compose(resource: Resource, wanted: Wanted, platform: Platform, scope: Scope) -> Iterator[Imported]:
    """Yield the claim of each service of the file, or why it has none."""
    for service in composed(resource.value):
        yield _imported(resource, service, wanted, platform, scope)


def _imported(resource: Resource, service: Composed, wanted: Wanted, platform: Platform, scope: Scope) -> Imported:
    spec = _spec(service, wanted)
    unnamed = [_in_service(service, problem) for problem in (*_without_image(spec), *missing(spec))]
    if unnamed:
        return Imported(None, tuple(map(resource.finding, unnamed)))
    metadata: Manifest = {"name": wanted.name or service.name, "namespace": wanted.namespace or DEFAULT_NAMESPACE}
    claim, rejected, wrong = fitted(metadata, spec, platform, scope)
    problems = [
        *(_problem(service, steps) for steps in service.unfit),
        *(_in_service(service, taken_out(problem)) for problem in rejected),
        *(_in_service(service, of_claim(problem)) for problem in wrong),
    ]
    return Imported(claim, tuple(map(resource.finding, problems)))


def _spec(service: Composed, wanted: Wanted) -> Manifest:
    """Return the spec; without a number of replicas, the service scales with its lag."""
    spec = with_nats(spec_of({kinds.DEPLOYMENT: service.deployment}), wanted)
    scales = "replicas" not in mapping_at(service.deployment, "spec")
    return {key: value for key, value in spec.items() if key != "scaling" or not scales}


def _without_image(spec: Manifest) -> Iterator[Problem]:
    if "image" not in spec:
        message = describe("no image", hint="build and push one, and name it in image")
        yield Problem(path="", message=message, code="EP101")


def _in_service(service: Composed, problem: Problem) -> Problem:
    path = join("services", service.name)
    return Problem(path=path, message=problem.message, code=problem.code, severity=problem.severity)


def _problem(service: Composed, steps: Sequence[str | int]) -> Problem:
    message = describe("does not fit into a claim", hint=hint(str(steps[0])))
    return Problem(path=join("services", service.name, *steps), message=message, code=PART)
