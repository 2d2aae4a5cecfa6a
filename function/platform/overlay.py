"""The settings of PlatformConfig that patch objects."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsLabel, FreeText

ClaimField = Annotated[
    str,
    Text(
        "^(namespace|labels[.][-._/a-zA-Z0-9]+|spec([.][a-zA-Z][a-zA-Z0-9_]*)+)$",
        meaning="namespace, labels.<key>, or a field of the claim such as spec.size",
        example="labels.team",
        max_length=316,
    ),
]
KindName = Annotated[
    str,
    Text("^[A-Z][a-zA-Z0-9]*$", meaning="a kind such as Deployment", example="Deployment", max_length=63),
]


class Expression(Spec):
    """A condition on a claim."""

    shape = "{field: spec.size, operator: Exists}"

    rules = (
        Rule(
            cel="(self.operator == 'Exists') == (!has(self.values) || size(self.values) == 0)",
            message="required with In and NotIn; not accepted with Exists",
            field="values",
            holds=lambda expression: (expression.operator == "Exists") == (not expression.values),
        ),
    )

    field: ClaimField
    """What is compared, as it is written in the claim: namespace, labels.<key>, or a field such as spec.size."""
    operator: Literal["In", "NotIn", "Exists"]
    """How it is compared. What the claim does not set satisfies only NotIn."""
    values: Annotated[list[FreeText], Field(max_length=64)] = []
    """Values, as texts: true is 'true'."""


class Overlay(Spec):
    """A strategic merge patch of objects, which is applied last."""

    shape = "{name: gpu, kinds: [Deployment], patch: {spec: {}}}"

    name: DnsLabel
    """Name of the overlay, which `platformctl render --explain` shows."""
    kinds: Annotated[list[KindName], Field(min_length=1, max_length=16)]
    """Kinds of the objects to patch."""
    match: Annotated[list[Expression], Field(max_length=16)] = []
    """Conditions on the claim, all of which must be satisfied. Default: all claims."""
    patch: dict[str, object]
    """The patch: maps are merged. Lists are merged by key where Kubernetes does so, such as containers and env, and are
    replaced otherwise. `$patch: delete` removes a map or an entry of a merged list. Selectors and names cannot be
    changed."""
