"""What keeps the job of a process from starting, what the platform does not allow, and what is doubtful."""

from collections.abc import Iterator

from function.apis import images
from function.apis.breach import breach
from function.apis.infra_binding.deployment.problems import problems as deployment_problems
from function.apis.infra_binding.flink.version import VERSIONS, release, series, supported
from function.apis.infra_binding.jobs.doubts import doubts
from function.apis.infra_binding.jobs.placed import placed
from function.apis.infra_binding.jobs.plan import Plan, plans
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.units import quantity
from function.base.problems import Problem, Severity, describe
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig


def problems(spec: InfraBinding, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield the problems of all processes."""
    found = list(plans(spec, namespace, config))
    yield from deployment_problems(spec.deployment, config)
    for plan in found:
        yield from placed(plan, alone=len(found) == 1)
        yield from _memory(plan)
        yield from _parallelism(plan)
        yield from _ambiguous(plan)
        yield from _version(plan)
        yield from _limits(plan, config)
        if plan.settings.image is not None:
            yield from images.refused(plan.path("image"), plan.settings.image, config)
        if plan.unmanaged is None:
            yield from doubts(plan)


def _memory(plan: Plan) -> Iterator[Problem]:
    sizes = plan.sizes
    if sizes.fitting >= 1 and not sizes.parts.fits:
        message = describe(
            "too small for what Flink needs (256mb metaspace, at least 192mb overhead, 256mb for the framework, "
            f"{sizes.network_memory} network, {sizes.managed_memory} managed, 64mb for tasks), so no task manager "
            "starts",
            got=sizes.memory,
            hint=f"set at least {sizes.parts.smallest}, or lower managed_memory or network_memory",
        )
        yield Problem(path=plan.size_path("memory"), message=message, code="EP430")


def _parallelism(plan: Plan) -> Iterator[Problem]:
    """Yield a problem if only the merged values contradict each other; a rule of the model covers single objects."""
    if plan.parallelism > plan.max_parallelism:
        message = describe(
            "parallelism must not exceed max_parallelism",
            got=f"{plan.parallelism} and {plan.max_parallelism}",
            hint="set both in the process",
        )
        yield Problem(path=plan.path(), message=message, code="EP431")


def _ambiguous(plan: Plan) -> Iterator[Problem]:
    """Yield a problem if a process could use several entries: an error only if it is deployed."""
    for field, section, found in (
        ("checkpoint", "checkpoints", plan.checkpoint),
        ("state_backend", "state_backends", plan.state_backend),
    ):
        if found.ambiguous:
            message = describe(
                f"spec.{section} has several entries, and none is named '{plan.name}' or 'default'",
                hint=f"set {field}",
            )
            severity: Severity = "error" if plan.unmanaged is None else "warning"
            yield Problem(path=plan.path(), message=message, code="EP432", severity=severity)


def _version(plan: Plan) -> Iterator[Problem]:
    image = plan.settings.image
    if image is not None and series(image) is not None and supported(series(image)) is None:
        message = describe(
            f"the tag names a version of Flink that is not one of [{', '.join(VERSIONS)}]",
            got=f"'{release(image) or series(image)}'",
            hint="use an image with one of them",
        )
        yield Problem(path=plan.path("image"), message=message, code="EP433")


def _limits(plan: Plan, config: PlatformConfig) -> Iterator[Problem]:
    """Yield each amount of a task manager above the platform's limit; its requests and limits are equal."""
    amounts = {"cpu": str(plan.sizes.cpu), "memory": quantity(plan.sizes.memory)}
    for side, largest in (("maxRequests", config.policy.max_requests), ("maxLimits", config.policy.max_limits)):
        for name, amount in amounts.items():
            bound = largest.amounts().get(name)
            if bound is not None and parse_quantity(amount) > parse_quantity(bound):
                what = f"the {name} of a task manager is {amount}, above {bound}"
                yield breach(plan.size_path(name), what, f"{side}.{name}")
