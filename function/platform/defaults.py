"""The settings of PlatformConfig for the objects of all services."""

from typing import Annotated, Literal

from pydantic import Field

from function.base import labels
from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import FreeText, LabelKey
from function.platform.placement import Labels
from function.platform.pod_defaults import PodDefaults

Overridable = Literal["annotations", "env", "labels", "topologySpread"]


class Defaults(Spec):
    """What the objects of all services get. A claim may add to it, and may change only what is overridable."""

    rules = (
        Rule(
            cel=f"!has(self.labels) || !self.labels.exists(key, key in {list(labels.RESERVED)})",
            message="these labels identify the objects and follow the claim",
            hint=f"remove {', '.join(labels.RESERVED)}",
            field="labels",
            holds=lambda defaults: not set(defaults.labels) & set(labels.RESERVED),
        ),
        Rule(
            cel="!has(self.annotations) || !self.annotations.exists(key, key.split('/')[0].endsWith('crossplane.io'))",
            message="annotations in the crossplane.io domain control how Crossplane manages an object",
            hint="remove them",
            field="annotations",
            holds=lambda defaults: not any(key.split("/")[0].endswith("crossplane.io") for key in defaults.annotations),
        ),
    )

    labels: Labels = {}
    """Labels of all objects and of the pods. A label that labels.required copies from the claim overrides them."""
    annotations: Annotated[dict[LabelKey, FreeText], Field(max_length=32)] = {}
    """Annotations of all objects; those of pods are in pod.annotations."""
    revision_history_limit: Annotated[int, Field(ge=0, le=100)] | None = None
    """Number of old ReplicaSets that a Deployment keeps. Default: 10, as in Kubernetes."""
    pod: PodDefaults = PodDefaults()
    """What the pods of all services get."""
    overridable: Annotated[list[Overridable], Field(max_length=4)] = []
    """What a claim may set to another value. Default: nothing; a claim that does is rejected."""
