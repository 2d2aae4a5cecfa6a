"""What a case expects."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.suites.model.texts import Line, ValuePath

_Count = Annotated[int, Field(ge=0, le=10_000)]


class ExpectedObject(Spec):
    """An object that the claim has. Kind, apiVersion, namespace, and name select it."""

    kind: Line
    """Kind of the object."""
    api_version: Line | None = None
    """Group and version of the object."""
    namespace: Line | None = None
    """Namespace of the object."""
    name: Line | None = None
    """Name of the object, if there are several of its kind."""
    count: _Count | None = None
    """Number of objects that are selected; 0 if there must be none. Default: exactly one."""
    fields: dict[str, object] = {}
    """Values by path, such as `spec.replicas`, `spec.template.spec.containers[main].image` (the item with this name),
    or `metadata.annotations[prometheus.io/port]`. Of an object, only the given keys are compared; a list has as many
    items as the given one."""
    absent: Annotated[list[ValuePath], Field(max_length=1000)] = []
    """Paths of values that the object does not have."""


class ExpectedCondition(Spec):
    """A condition of the claim."""

    type: Line
    """Type of the condition, such as Operational."""
    status: Literal["True", "False", "Unknown"] | None = None
    """Its status."""
    reason: Line | None = None
    """Its reason."""
    message: Annotated[str, Field(max_length=32_768)] | None = None
    """Its whole message."""


class ExpectedFinding(Spec):
    """An error or a warning about the claim."""

    code: Annotated[Line, Field(examples=["EP104"])]
    """Its code."""
    path: Line | None = None
    """Its place in the claim, such as `spec.size`. Default: any place."""


class Expect(Spec):
    """What results from the claim. What is not written is not compared, except that the claim is not rejected."""

    rejected: bool = False
    """Whether the function rejects the claim, so that nothing is applied or removed."""
    count: _Count | None = None
    """Number of all objects."""
    objects: Annotated[list[ExpectedObject], Field(max_length=1000)] = []
    """Objects, as `platformctl render` prints them."""
    status: dict[str, object] = {}
    """Values in the status of the claim by path, such as `phase`."""
    conditions: Annotated[list[ExpectedCondition], Field(max_length=100)] = []
    """Conditions of the claim."""
    findings: Annotated[list[ExpectedFinding], Field(max_length=1000)] | None = None
    """All errors and warnings about the claim, with the settings of the case. An empty list expects none."""
