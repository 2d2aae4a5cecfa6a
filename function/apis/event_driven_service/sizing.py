"""CPU and memory of the containers."""

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Manifest
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig


def resources(spec: EventDrivenService, config: PlatformConfig) -> Manifest:
    """Return `resources`: the size's amounts, overridden by the claim's.

    If only one side is overridden, the other is adjusted as needed: a request above the size's limit raises the limit,
    and a limit below the size's request lowers the request.
    """
    size = config.sizes[spec.size or config.default_size]
    requests = {**size.requests.amounts(), **spec.resources.requests.amounts()}
    limits = {**size.limits.amounts(), **spec.resources.limits.amounts()}
    for name in requests.keys() & limits.keys():
        if parse_quantity(requests[name]) > parse_quantity(limits[name]):
            if name in spec.resources.limits.amounts():
                requests[name] = limits[name]
            else:
                limits[name] = requests[name]
    return {key: value for key, value in (("requests", requests), ("limits", limits)) if value}
