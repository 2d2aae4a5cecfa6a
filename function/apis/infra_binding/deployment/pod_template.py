"""What the pods of jobs get in addition to what Flink gives them."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.deployment.scheduling import Affinity, Labels, NodeSelector, Toleration
from function.apis.infra_binding.deployment.volumes import Volume, VolumeMount
from function.apis.infra_binding.l5 import Binding
from function.base.marks import MayHoldSecret
from function.base.rule import Rule
from function.base.types import LabelKey, UserId

AnnotationValue = Annotated[str, Field(max_length=4096)]
Annotations = Annotated[dict[LabelKey, AnnotationValue], Field(max_length=32), MayHoldSecret()]
OF_FLINK = ("app", "component", "type")
"""The labels by which Flink finds its pods, and which it sets itself."""
Tolerations = Annotated[list[Toleration], Field(max_length=16)]


class SecurityContext(Binding):
    """User and groups of the pods. The rest is that of the restricted profile of Pod Security."""

    rules = (
        Rule(
            cel="!has(self.run_as_non_root) || self.run_as_non_root",
            message="pods never run as root",
            hint="remove the field",
            field="run_as_non_root",
            holds=lambda context: context.run_as_non_root is not False,
        ),
    )

    run_as_user: UserId | None = None
    """User ID of Flink. Default: 9999, the user of Flink's own images."""
    run_as_group: UserId | None = None
    """Primary group ID of Flink. Default: that of the image."""
    fs_group: UserId | None = None
    """Group ID that owns the volumes. Default: that of the user."""
    run_as_non_root: bool | None = None
    """If true, images that run as root are refused even where the platform lets the image choose the user. Never
    false."""


class PodMetadata(Binding):
    """Labels and annotations of pods."""

    labels: Labels = {}
    """Labels. Flink itself sets app, component, and type."""
    annotations: Annotations = {}
    """Annotations."""


def _repeated(spec: "PodSpec") -> list[tuple[str, str]]:
    names = [volume.name for volume in spec.volumes]
    return [(f"volumes[{at}].name", f"'{name}'") for at, name in enumerate(names) if name in names[:at]]


def _unknown(spec: "PodSpec") -> list[tuple[str, str]]:
    names = {volume.name for volume in spec.volumes}
    mounts = enumerate(spec.volume_mounts)
    return [(f"volume_mounts[{at}].name", f"'{mount.name}'") for at, mount in mounts if mount.name not in names]


class PodSpec(Binding):
    """Where pods run, their user and groups, and their volumes."""

    rules = (
        Rule(
            cel="!has(self.volumes) || self.volumes.all(volume, !has(volume.name) || "
            "self.volumes.exists_one(other, has(other.name) && other.name == volume.name))",
            message="volume names must be unique",
            field="volumes",
            holds=lambda spec: not _repeated(spec),
            places=_repeated,
        ),
        Rule(
            cel="!has(self.volume_mounts) || self.volume_mounts.all(mount, !has(mount.name) || "
            "mount.name.contains('${') || (has(self.volumes) && "
            "self.volumes.exists(volume, has(volume.name) && "
            "(volume.name == mount.name || volume.name.contains('${')))))",
            message="must name one of the volumes",
            field="volume_mounts",
            holds=lambda spec: not _unknown(spec),
            places=_unknown,
        ),
    )

    node_selector: NodeSelector = {}
    """Labels of the nodes on which the pods run."""
    tolerations: Tolerations = []
    """Taints of nodes that the pods tolerate."""
    affinity: Affinity = Affinity()
    """Where pods run relative to other pods."""
    security_context: SecurityContext = SecurityContext()
    """User and groups of the pods."""
    volumes: Annotated[list[Volume], Field(max_length=16)] = []
    """Volumes of each pod."""
    volume_mounts: Annotated[list[VolumeMount], Field(max_length=32)] = []
    """Where Flink's container mounts them."""


def _agree(field: str, other: str) -> Rule:
    """Return the rule that two maps of a template, one of which is an object deeper, do not contradict each other."""
    above = other.partition(".")[0]

    def differing(template: "PodTemplate") -> list[tuple[str, str]]:
        own, further = getattr(template, field), getattr(getattr(template, above), field)
        return [(f"{field}.{key}", "") for key in own if key in further and own[key] != further[key]]

    return Rule(
        cel=f"!has(self.{field}) || !has(self.{above}) || !has(self.{other}) || "
        f"self.{field}.all(key, !(key in self.{other}) || self.{field}[key] == self.{other}[key])",
        message=f"{other} has another value for this key",
        hint="remove one of them",
        field=field,
        holds=lambda template: not differing(template),
        places=differing,
    )


class PodTemplate(Binding):
    """What the pods of jobs get in addition to what Flink gives them."""

    rules = (_agree("annotations", "metadata.annotations"), _agree("node_selector", "spec.node_selector"))

    annotations: Annotations = {}
    """Annotations, in addition to metadata.annotations."""
    node_selector: NodeSelector = {}
    """Labels of the nodes on which the pods run, in addition to spec.node_selector."""
    tolerations: Tolerations = []
    """Taints of nodes that the pods tolerate, in addition to spec.tolerations."""
    metadata: PodMetadata = PodMetadata()
    """Labels and annotations of pods."""
    spec: PodSpec = PodSpec()
    """Where pods run, their user and groups, and their volumes."""

    def all_annotations(self) -> dict[str, str]:
        """Return the annotations, however they are spelled."""
        return self.annotations | self.metadata.annotations

    def all_node_labels(self) -> dict[str, str]:
        """Return the node selector, however it is spelled."""
        return self.node_selector | self.spec.node_selector

    def all_tolerations(self) -> list[Toleration]:
        """Return the tolerations, however they are spelled."""
        return [*self.tolerations, *self.spec.tolerations]
