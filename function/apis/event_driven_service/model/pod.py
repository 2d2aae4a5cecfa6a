"""Where and as whom the pods run, and what is mounted in them."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import (
    ConfigKey,
    DnsLabel,
    DnsSubdomain,
    IntOrPercent,
    LabelKey,
    PositiveCount,
    Quantity,
    UserId,
)

AbsolutePath = Annotated[
    str, Text("^/[^:]*$", meaning="an absolute path without ':'", example="/data", max_length=1024)
]
RelativePath = Annotated[
    str,
    Text(
        "^[^/.][^/]*(/[^/.][^/]*)*$",
        meaning="a relative path; no part of it begins with a dot",
        example="application.properties",
        max_length=255,
    ),
]


class SecurityContext(Spec):
    """Overrides that stay inside the restricted Pod Security profile."""

    rules = (
        Rule(
            cel="!has(self.useImageUser) || !self.useImageUser || !has(self.runAsUser)",
            message="useImageUser and runAsUser exclude each other. leave one out",
            field="runAsUser",
            holds=lambda context: not context.use_image_user or context.run_as_user is None,
        ),
    )

    run_as_user: UserId | None = None
    """User id of the processes, not 0. Default: 1000."""
    run_as_group: UserId | None = None
    """Primary group id of the processes. Default: the image's."""
    fs_group: UserId | None = None
    """Group that owns the volumes. Default: 1000."""
    fs_group_change_policy: Literal["Always", "OnRootMismatch"] | None = None
    """When the volumes' ownership is changed. Default: Always."""
    supplemental_groups: Annotated[list[UserId], Field(max_length=16)] = []
    """Further group ids of the processes."""
    use_image_user: bool = False
    """Run as the image's own user, which must be a number other than 0, instead of 1000."""
    read_only_root_filesystem: bool = False
    """Mount the image read-only; give writable places as emptyDir volumes."""


class KeyToPath(Spec):
    """One key as a file."""

    key: ConfigKey
    """Key to take."""
    path: RelativePath
    """File below the mount path, relative."""


class EmptyDir(Spec):
    """An empty folder that lives as long as the pod."""

    size_limit: Quantity | None = None
    """Most it may hold, such as 1Gi."""
    medium: Literal["Memory"] | None = None
    """Memory keeps it in RAM. Default: the node's disk."""


class VolumeSource(Spec):
    """A Secret or ConfigMap as files."""

    name: DnsSubdomain
    """Name of the Secret or ConfigMap in the claim's namespace."""
    items: Annotated[list[KeyToPath], Field(max_length=64)] = []
    """Keys to take. Default: all."""
    optional: bool = False
    """Start pods even if it is missing."""


class Volume(Spec):
    """Something mounted into the main and the init container."""

    rules = (
        Rule(
            cel="[has(self.emptyDir), has(self.secret), has(self.configMap)].filter(given, given).size() == 1",
            breaks=lambda volume: Place(
                "configMap" if volume.config_map else "secret" if volume.secret else "", key=True
            ),
            message="a volume is exactly one of emptyDir, secret, configMap",
            holds=lambda volume: [volume.empty_dir, volume.secret, volume.config_map].count(None) == 2,
        ),
    )

    name: DnsLabel
    """Name of the volume."""
    mount_path: AbsolutePath
    """Where it appears in the containers."""
    read_only: bool = False
    """Mount it read-only."""
    empty_dir: EmptyDir | None = None
    """An empty folder."""
    secret: VolumeSource | None = None
    """Keys of a Secret as files."""
    config_map: VolumeSource | None = None
    """Keys of a ConfigMap as files."""


class TopologySpread(Spec):
    """Spread the pods evenly over the values of a node label."""

    topology_key: LabelKey
    """Node label, such as topology.kubernetes.io/zone."""
    max_skew: PositiveCount = 1
    """Most pods by which two values may differ."""
    when_unsatisfiable: Literal["ScheduleAnyway", "DoNotSchedule"] = "ScheduleAnyway"
    """Whether an uneven pod is started all the same."""


class DisruptionBudget(Spec):
    """How many pods a node drain may take at once."""

    rules = (
        Rule(
            cel="has(self.minAvailable) != has(self.maxUnavailable)",
            breaks=lambda budget: Place("" if budget.max_unavailable is None else "maxUnavailable", key=True),
            message="a disruption budget is exactly one of minAvailable, maxUnavailable",
            holds=lambda budget: (budget.min_available is None) != (budget.max_unavailable is None),
        ),
    )

    min_available: IntOrPercent | None = None
    """Pods that must stay, a number or a percentage."""
    max_unavailable: IntOrPercent | None = None
    """Pods that may be missing, a number or a percentage."""
