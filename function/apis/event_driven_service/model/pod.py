"""Security context, volumes and placement of the pods."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service import habits
from function.base.model import Spec
from function.base.one_of import exactly_one
from function.base.problems import Place
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import (
    Bytes,
    ConfigKey,
    DnsLabel,
    DnsSubdomain,
    IntOrPercent,
    LabelKey,
    PositiveCount,
    UserId,
)

AbsolutePath = Annotated[
    str,
    Text(
        "^(/([^/:.][^/:]*|[.][^/:.][^/:]*|[.][.][^/:]+))+/?$",
        meaning="an absolute path below /, without ':' and empty, '.' or '..' parts",
        example="/data",
        max_length=1024,
    ),
]
RelativePath = Annotated[
    str,
    Text(
        "^[^/.][^/]*(/[^/.][^/]*)*$",
        meaning="a relative path, no part of which starts with a dot",
        example="application.properties",
        max_length=255,
    ),
]


class SecurityContext(Spec):
    """Overrides that comply with the restricted Pod Security profile."""

    habits = habits.POD_SECURITY

    rules = (
        Rule(
            cel="!has(self.useImageUser) || !self.useImageUser || !has(self.runAsUser)",
            message="useImageUser and runAsUser are mutually exclusive",
            hint="remove one of them",
            field="runAsUser",
            holds=lambda context: not context.use_image_user or context.run_as_user is None,
        ),
    )

    run_as_user: UserId | None = None
    """User ID of the processes, which must not be 0. Default: 1000."""
    run_as_group: UserId | None = None
    """Primary group ID of the processes. Default: the image's."""
    fs_group: UserId | None = None
    """Group ID that owns the volumes. Default: 1000."""
    fs_group_change_policy: Literal["Always", "OnRootMismatch"] | None = None
    """When the ownership of volumes is changed. Default: Always."""
    supplemental_groups: Annotated[list[UserId], Field(max_length=16)] = []
    """Additional group IDs of the processes."""
    use_image_user: bool = False
    """Run as the image's own user instead of 1000. It must be numeric and not 0."""
    read_only_root_filesystem: bool = False
    """Mount the root filesystem read-only. Use emptyDir volumes for writable directories."""


class KeyToPath(Spec):
    """A key to project to a file."""

    key: ConfigKey
    """Key to project."""
    path: RelativePath
    """File path, relative to the mount path."""


class EmptyDir(Spec):
    """A directory that is initially empty and has the same lifetime as the pod."""

    size_limit: Bytes | None = None
    """Maximum size, such as 1Gi."""
    medium: Literal["Memory"] | None = None
    """Storage medium: Memory uses RAM. Default: the node's disk."""


class VolumeSource(Spec):
    """A Secret or ConfigMap as files."""

    habits = habits.VOLUME_SOURCE

    name: DnsSubdomain
    """Name of the Secret or ConfigMap in the claim's namespace."""
    items: Annotated[list[KeyToPath], Field(max_length=64)] = []
    """Keys to project. Default: all keys."""
    optional: bool = False
    """Start pods even if the Secret or ConfigMap is missing."""


_CONTENT = exactly_one("emptyDir", "secret", "configMap")


class Volume(Spec):
    """A volume that is mounted into the main and the init container."""

    habits = habits.VOLUME
    shape = "{name: tmp, mountPath: /tmp, emptyDir: {}}"

    rules = (
        Rule(
            cel=_CONTENT.cel,
            one_of=_CONTENT,
            breaks=lambda volume: Place(
                "configMap" if volume.config_map else "secret" if volume.secret else "", key=True
            ),
            message="a volume requires exactly one of emptyDir, secret, configMap",
            holds=lambda volume: [volume.empty_dir, volume.secret, volume.config_map].count(None) == 2,
        ),
    )

    name: DnsLabel
    """Name of the volume."""
    mount_path: AbsolutePath
    """Path in the containers at which the volume is mounted."""
    read_only: bool = False
    """Mount the volume read-only."""
    empty_dir: EmptyDir | None = None
    """A directory that is initially empty."""
    secret: VolumeSource | None = None
    """Keys of a Secret as files."""
    config_map: VolumeSource | None = None
    """Keys of a ConfigMap as files."""


class TopologySpread(Spec):
    """Spread the pods evenly across the values of a node label."""

    habits = habits.TOPOLOGY_SPREAD

    topology_key: LabelKey
    """Node label, such as topology.kubernetes.io/zone."""
    max_skew: PositiveCount = 1
    """Maximum difference between the numbers of pods of any two values."""
    when_unsatisfiable: Literal["ScheduleAnyway", "DoNotSchedule"] = "ScheduleAnyway"
    """What to do with a pod that cannot be spread evenly."""


_BUDGET = exactly_one("minAvailable", "maxUnavailable")


class DisruptionBudget(Spec):
    """How many pods may be disrupted at once, for example by a node drain. Set exactly one field."""

    shape = "{maxUnavailable: 1}"

    rules = (
        Rule(
            cel=_BUDGET.cel,
            one_of=_BUDGET,
            breaks=lambda budget: Place("" if budget.max_unavailable is None else "maxUnavailable", key=True),
            message="a disruption budget requires exactly one of minAvailable, maxUnavailable",
            holds=lambda budget: (budget.min_available is None) != (budget.max_unavailable is None),
        ),
    )

    min_available: IntOrPercent | None = None
    """Minimum number or percentage of pods that must stay available."""
    max_unavailable: IntOrPercent | None = None
    """Maximum number or percentage of pods that may be unavailable."""
