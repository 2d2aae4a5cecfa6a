"""Amounts of CPU and memory that a binding asks for, and what the platform allows."""

from collections.abc import Iterator, Mapping

from function.apis.breach import breach
from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Manifest, present
from function.base.problems import Problem, join
from function.base.quantity import parse_quantity
from function.base.types import Bytes, Quantity
from function.platform.config import PlatformConfig
from function.platform.resources import ResourceList, limit_rule

KINDS = ("cpu", "memory")
"""The kinds of amounts."""
LIMIT_RULES = tuple(limit_rule(kind) for kind in KINDS)
"""The rules that a request does not exceed its limit."""


class Amounts(Binding):
    """CPU and memory of a container."""

    rules = ResourceList.rules

    cpu: Quantity | None = None
    """CPU, such as 100m."""
    memory: Bytes | None = None
    """Memory, such as 100Mi."""

    def amounts(self) -> dict[str, str]:
        """Return the amounts that are set."""
        given = {kind: getattr(self, kind) for kind in KINDS}
        return {kind: amount for kind, amount in given.items() if amount is not None}


class Compute(Binding):
    """Requests and limits of a container."""

    rules = LIMIT_RULES

    requests: Amounts = Amounts()
    """Amounts reserved for the container. Default: none."""
    limits: Amounts = Amounts()
    """Maximum amounts of the container. Default: none."""

    def manifest(self) -> Manifest:
        """Return what is set, as a container has it."""
        return present({"requests": dict(self.requests.amounts()), "limits": dict(self.limits.amounts())})


def above(path: str, asked: Mapping[str, Amounts], config: PlatformConfig) -> Iterator[Problem]:
    """Yield each amount of `requests` and `limits`, which are below `path`, that exceeds the platform's bound."""
    bounds = {"requests": config.policy.max_requests, "limits": config.policy.max_limits}
    for side, amounts in asked.items():
        largest = bounds[side].amounts()
        for kind, amount in amounts.amounts().items():
            bound = largest.get(kind)
            if bound is not None and parse_quantity(amount) > parse_quantity(bound):
                what = f"the {kind} is {amount}, above {bound}"
                yield breach(join(path, side, kind), what, f"max{side.capitalize()}.{kind}")
