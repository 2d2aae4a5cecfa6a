"""Where pods run: tolerations, affinity, and spreading, as the platform team sets them for all services."""

import re
from typing import Annotated, Literal

from pydantic import Field

from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import LabelKey, LabelValue, PositiveCount

Labels = Annotated[dict[LabelKey, LabelValue], Field(max_length=32)]


NO_VALUE_WITH_EXISTS = Rule(
    cel="!has(self.value) || !has(self.operator) || self.operator != 'Exists'",
    message="operator Exists does not accept value",
    field="value",
    holds=lambda toleration: toleration.value is None or toleration.operator != "Exists",
)


def only_with_no_execute(field: str) -> Rule:
    """Return the rule of a toleration that its seconds, which have this name, are for one effect."""
    return Rule(
        cel=f"!has(self.{field}) || (has(self.effect) && self.effect == 'NoExecute')",
        message=f"{field} requires effect NoExecute",
        field=field,
        holds=lambda toleration: toleration.toleration_seconds is None or toleration.effect == "NoExecute",
    )


class Toleration(Spec):
    """A taint of nodes that pods tolerate."""

    shape = "{key: example.com/gpu, operator: Exists}"

    rules = (
        NO_VALUE_WITH_EXISTS,
        Rule(
            cel="has(self.key) || (has(self.operator) && self.operator == 'Exists')",
            message="a toleration without key requires operator Exists",
            field="operator",
            holds=lambda toleration: toleration.key is not None or toleration.operator == "Exists",
        ),
        only_with_no_execute("tolerationSeconds"),
    )

    key: LabelKey | None = None
    """Key of the taint. Default: all taints, with operator Exists."""
    operator: Literal["Equal", "Exists"] | None = None
    """How the key is compared. Default: Equal."""
    value: Annotated[LabelValue, MayHoldSecret()] | None = None
    """Value of the taint."""
    effect: Literal["NoSchedule", "PreferNoSchedule", "NoExecute"] | None = None
    """Effect of the taint. Default: all effects."""
    toleration_seconds: Annotated[int, Field(ge=0)] | None = None
    """Seconds that a pod stays on a node with a NoExecute taint. Default: forever."""


class Spread(Spec):
    """Spread the pods of a service evenly across the values of a node label."""

    topology_key: LabelKey
    """Node label, such as topology.kubernetes.io/zone."""
    max_skew: PositiveCount = 1
    """Maximum difference between the numbers of pods of any two values."""
    when_unsatisfiable: Literal["ScheduleAnyway", "DoNotSchedule"] = "ScheduleAnyway"
    """What to do with a pod that cannot be spread evenly."""


class NodeExpression(Spec):
    """A condition on the labels of a node."""

    shape = "{key: example.com/gpu, operator: Exists}"

    rules = (
        Rule(
            cel="(self.operator in ['Exists', 'DoesNotExist']) == (!has(self.values) || size(self.values) == 0)",
            message="required with In, NotIn, Gt, and Lt; not accepted with Exists and DoesNotExist",
            field="values",
            holds=lambda expression: (expression.operator in ("Exists", "DoesNotExist")) == (not expression.values),
        ),
        Rule(
            cel="!(self.operator in ['Gt', 'Lt']) || !has(self.values) || (size(self.values) == 1 && "
            "self.values[0].matches('^[0-9]+$'))",
            message="must be one whole number with Gt and Lt",
            field="values",
            holds=lambda expression: (
                expression.operator not in ("Gt", "Lt")
                or (len(expression.values) == 1 and re.fullmatch("[0-9]+", expression.values[0]) is not None)
            ),
        ),
    )

    key: LabelKey
    """Label of the node."""
    operator: Literal["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]
    """How the label is compared with the values."""
    values: Annotated[list[LabelValue], Field(max_length=64)] = []
    """Values of the label. Exists and DoesNotExist take none."""


class NodeTerm(Spec):
    """Nodes whose labels satisfy all conditions."""

    match_expressions: Annotated[list[NodeExpression], Field(min_length=1, max_length=16)]
    """The conditions."""


class PreferredNodes(Spec):
    """Nodes on which pods run if possible."""

    weight: Annotated[int, Field(ge=1, le=100)]
    """Weight of the preference, compared with the others."""
    preference: NodeTerm
    """The nodes."""


class RequiredNodes(Spec):
    """Nodes on which alone pods run."""

    node_selector_terms: Annotated[list[NodeTerm], Field(min_length=1, max_length=16)]
    """The nodes: those that any of the terms selects."""


class NodeAffinity(Spec):
    """The nodes on which pods run."""

    required: RequiredNodes | None = Field(default=None, alias="requiredDuringSchedulingIgnoredDuringExecution")
    """Nodes on which alone pods run."""
    preferred: Annotated[
        list[PreferredNodes], Field(max_length=16, alias="preferredDuringSchedulingIgnoredDuringExecution")
    ] = []
    """Nodes on which pods run if possible."""


class PodTerm(Spec):
    """Pods near which, or far from which, the pods of a service run."""

    topology_key: LabelKey
    """Node label whose values are the places, such as kubernetes.io/hostname."""
    match_labels: Labels = {}
    """Labels of the pods, in the namespace of the service. Default: the pods of the service itself."""


class PreferredPods(Spec):
    """Pods near which, or far from which, pods run if possible."""

    weight: Annotated[int, Field(ge=1, le=100)]
    """Weight of the preference, compared with the others."""
    term: PodTerm = Field(alias="podAffinityTerm")
    """The pods."""


class PodAffinity(Spec):
    """Where pods run relative to other pods."""

    required: Annotated[
        list[PodTerm], Field(max_length=16, alias="requiredDuringSchedulingIgnoredDuringExecution")
    ] = []
    """Places where alone pods run."""
    preferred: Annotated[
        list[PreferredPods], Field(max_length=16, alias="preferredDuringSchedulingIgnoredDuringExecution")
    ] = []
    """Places where pods run if possible."""


class Affinity(Spec):
    """Affinity of the pods to nodes and to other pods, spelled as in Kubernetes."""

    node_affinity: NodeAffinity = NodeAffinity()
    """The nodes on which pods run."""
    pod_affinity: PodAffinity = PodAffinity()
    """The pods near which pods run."""
    pod_anti_affinity: PodAffinity = PodAffinity()
    """The pods far from which pods run."""
