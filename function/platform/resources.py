"""CPU, memory and local storage of a container."""

from pydantic import Field

from function.base.cel import property_name
from function.base.model import Spec
from function.base.problems import Place
from function.base.quantity import parse_quantity
from function.base.rule import Rule
from function.base.types import Bytes, Quantity

KINDS = {"cpu": "cpu", "memory": "memory", "ephemeral-storage": "ephemeral_storage"}
"""Kubernetes resource names, and the fields that contain their amounts."""


LEAST_MEMORY = "4Mi"
"""A container runtime cannot start anything in less."""
_LEAST = parse_quantity(LEAST_MEMORY)


class ResourceList(Spec):
    """Amounts of compute resources."""

    rules = (
        Rule(
            # what is no quantity breaks the pattern of the field, which says so
            cel="!has(self.memory) || !isQuantity(string(self.memory)) || "
            f"quantity(string(self.memory)).compareTo(quantity('{LEAST_MEMORY}')) >= 0",
            message=f"memory must be at least {LEAST_MEMORY}",
            hint="use a unit, such as 512Mi: a number without a unit is a number of bytes",
            field="memory",
            holds=lambda amounts: amounts.memory is None or parse_quantity(amounts.memory) >= _LEAST,
            got=lambda amounts: amounts.memory,
        ),
    )

    cpu: Quantity | None = None
    """CPU, such as 250m or 2."""
    memory: Bytes | None = None
    """Memory, such as 512Mi."""
    ephemeral_storage: Bytes | None = Field(default=None, alias="ephemeral-storage")
    """Local storage for logs, the writable layer and emptyDir volumes, such as 1Gi."""

    def amounts(self) -> dict[str, str]:
        """Return the amounts that are set, by Kubernetes resource name."""
        given = {name: getattr(self, field) for name, field in KINDS.items()}
        return {name: value for name, value in given.items() if value is not None}


def limit_rule(name: str) -> Rule:
    """Return the rule that the request of a resource does not exceed its limit."""
    escaped = property_name(name)
    both = f"has(self.requests) && has(self.limits) && has(self.requests.{escaped}) && has(self.limits.{escaped})"
    less = f"quantity(string(self.requests.{escaped})).compareTo(quantity(string(self.limits.{escaped}))) <= 0"

    def holds(resources: "Resources") -> bool:
        request, limit = resources.requests.amounts().get(name), resources.limits.amounts().get(name)
        return request is None or limit is None or parse_quantity(request) <= parse_quantity(limit)

    return Rule(
        cel=f"!({both}) || {less}",
        breaks=lambda _: Place(f"requests.{name}"),
        message=f"the {name} request must not exceed the {name} limit",
        field="requests",
        holds=holds,
        got=lambda resources: f"{resources.requests.amounts()[name]} and {resources.limits.amounts()[name]}",
    )


class Resources(Spec):
    """Requests and limits. In a service, amounts that are not set come from its size."""

    rules = tuple(limit_rule(name) for name in KINDS)

    requests: ResourceList = ResourceList()
    """Minimum amounts reserved for the container."""
    limits: ResourceList = ResourceList()
    """Maximum amounts that the container may use."""
