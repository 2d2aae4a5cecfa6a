"""On which nodes pods run."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Manifest, present
from function.base.marks import MayHoldSecret
from function.base.types import LabelKey, LabelValue
from function.platform.placement import NO_VALUE_WITH_EXISTS, only_with_no_execute

Labels = Annotated[dict[LabelKey, LabelValue], Field(max_length=32)]
NodeSelector = Annotated[dict[LabelKey, LabelValue], Field(max_length=32)]
_REQUIRED, _PREFERRED = (f"{strength}DuringSchedulingIgnoredDuringExecution" for strength in ("required", "preferred"))


class Toleration(Binding):
    """A taint of nodes that pods tolerate."""

    rules = (NO_VALUE_WITH_EXISTS, only_with_no_execute("toleration_seconds"))

    key: LabelKey
    """Key of the taint."""
    operator: Literal["Equal", "Exists"] | None = None
    """How the key is compared. Default: Equal."""
    value: Annotated[LabelValue, MayHoldSecret()] | None = None
    """Value of the taint."""
    effect: Literal["NoSchedule", "PreferNoSchedule", "NoExecute"] | None = None
    """Effect of the taint. Default: all effects."""
    toleration_seconds: Annotated[int, Field(ge=0, le=2_147_483_647)] | None = None
    """Seconds that a pod stays on a node with a NoExecute taint. Default: forever."""

    def manifest(self) -> Manifest:
        """Return the toleration as Kubernetes spells it."""
        return present(
            {
                "key": self.key,
                "operator": self.operator,
                "value": self.value,
                "effect": self.effect,
                "tolerationSeconds": self.toleration_seconds,
            }
        )


class LabelSelector(Binding):
    """Pods by their labels."""

    match_labels: Labels = {}
    """Labels that the pods have."""


class PodTerm(Binding):
    """Pods of the namespace, and the node label that defines places."""

    label_selector: LabelSelector
    """The pods."""
    topology_key: LabelKey
    """Node label whose values are the places, such as kubernetes.io/hostname."""

    def manifest(self) -> Manifest:
        """Return the term as Kubernetes spells it."""
        labels = dict(self.label_selector.match_labels)
        return {"labelSelector": {"matchLabels": labels}, "topologyKey": self.topology_key}


class PreferredPods(Binding):
    """Pods that the pods of jobs avoid if possible."""

    weight: Annotated[int, Field(ge=1, le=100)]
    """Weight of the preference, compared with the others."""
    pod_affinity_term: PodTerm
    """The pods."""


class PodAntiAffinity(Binding):
    """Pods that the pods of jobs avoid."""

    required: Annotated[list[PodTerm], Field(max_length=8)] = []
    """Pods with which they never share a place."""
    preferred: Annotated[list[PreferredPods], Field(max_length=8)] = []
    """Pods with which they share a place only if there is no other."""


class Affinity(Binding):
    """Where pods run relative to other pods."""

    pod_anti_affinity: PodAntiAffinity = PodAntiAffinity()
    """Pods that the pods of jobs avoid."""

    def manifest(self) -> Manifest:
        """Return the affinity as Kubernetes spells it, {} if it says nothing."""
        preferred: list[Manifest] = [
            {"weight": pods.weight, "podAffinityTerm": pods.pod_affinity_term.manifest()}
            for pods in self.pod_anti_affinity.preferred
        ]
        required = [term.manifest() for term in self.pod_anti_affinity.required]
        return present({"podAntiAffinity": present({_REQUIRED: required, _PREFERRED: preferred})})
