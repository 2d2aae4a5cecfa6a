"""Limits for the resources of a service, and whether its images need a digest."""

from collections.abc import Iterator

from function.apis import images
from function.apis.breach import breach
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.sizing import resources
from function.base.manifest import mapping_at
from function.base.problems import Problem, join
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig
from function.platform.resources import ResourceList


def amounts(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each amount above its limit, at the field that sets it."""
    sides = (("requests", config.policy.max_requests), ("limits", config.policy.max_limits))
    if not any(largest.amounts() for _, largest in sides):
        return
    asked = resources(spec, config)
    for side, largest in sides:
        given = mapping_at(asked, side)
        for name, bound in largest.amounts().items():
            amount = given.get(name)
            if isinstance(amount, str) and parse_quantity(amount) > parse_quantity(bound):
                setting = f"max{side.capitalize()}.{name}"
                yield breach(_asking(spec, side, name), f"the {name} of {side} is {amount}, above {bound}", setting)


def _asking(spec: EventDrivenService, side: str, name: str) -> str:
    """Return the field behind an amount: a request may have raised its limit."""
    given: dict[str, ResourceList] = {"requests": spec.resources.requests, "limits": spec.resources.limits}
    for field in (side, "requests"):
        if name in given[field].amounts():
            return join("spec.resources", field, name)
    return "spec.size"


def digests(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each image without a digest, if the platform requires one."""
    init = spec.init_container.image if spec.init_container else None
    for path, image in (("spec.image", spec.image), ("spec.initContainer.image", init)):
        if image is not None:
            yield from images.without_digest(path, image, config)
