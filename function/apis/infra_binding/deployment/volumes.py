"""Volumes of pods, and where Flink's container has them."""

from typing import Literal

from function.apis.infra_binding.l5 import Binding, LocalPath
from function.base.manifest import Manifest, present
from function.base.one_of import exactly_one
from function.base.rule import Rule
from function.base.types import Bytes, DnsLabel, DnsSubdomain

CONFIGURATION = "/opt/flink/conf"
"""Where the operator mounts the configuration of Flink."""
_SOURCES = ("config_map", "secret", "empty_dir", "persistent_volume_claim")
_CONTENT = exactly_one(*_SOURCES)


class ConfigMap(Binding):
    """The keys of a ConfigMap as files."""

    name: DnsSubdomain
    """Name of the ConfigMap in the namespace of the binding."""


class Secret(Binding):
    """The keys of a Secret as files."""

    secret_name: DnsSubdomain
    """Name of the Secret in the namespace of the binding."""


class EmptyDir(Binding):
    """A directory that is initially empty and has the same lifetime as the pod."""

    size_limit: Bytes | None = None
    """Maximum size, such as 1Gi."""
    medium: Literal["Memory"] | None = None
    """Memory uses RAM. Default: the disk of the node."""


class PersistentVolumeClaim(Binding):
    """A volume that outlives pods."""

    claim_name: DnsSubdomain
    """Name of the PersistentVolumeClaim in the namespace of the binding. All pods of a job share it."""


class Volume(Binding):
    """A volume of each pod."""

    shape = "{name: state, empty_dir: {}}"
    rules = (
        Rule(
            cel=_CONTENT.cel,
            one_of=_CONTENT,
            message=f"a volume requires exactly one of {', '.join(_SOURCES)}",
            holds=lambda volume: sum(getattr(volume, source) is not None for source in _SOURCES) == 1,
        ),
    )

    name: DnsLabel
    """Name of the volume."""
    config_map: ConfigMap | None = None
    """The keys of a ConfigMap as files."""
    secret: Secret | None = None
    """The keys of a Secret as files."""
    empty_dir: EmptyDir | None = None
    """A directory that is initially empty."""
    persistent_volume_claim: PersistentVolumeClaim | None = None
    """A volume that outlives pods, for example for checkpoints of type filesystem."""

    def manifest(self) -> Manifest:
        """Return the volume as Kubernetes spells it."""
        return {"name": self.name, **self._source()}

    def _source(self) -> Manifest:
        if self.config_map is not None:
            return {"configMap": {"name": self.config_map.name}}
        if self.secret is not None:
            return {"secret": {"secretName": self.secret.secret_name}}
        if self.persistent_volume_claim is not None:
            return {"persistentVolumeClaim": {"claimName": self.persistent_volume_claim.claim_name}}
        empty = self.empty_dir or EmptyDir()
        return {"emptyDir": present({"sizeLimit": empty.size_limit, "medium": empty.medium})}


class VolumeMount(Binding):
    """Where Flink's container mounts a volume."""

    rules = (
        Rule(
            cel=f"!(self.mount_path + '/').startsWith('{CONFIGURATION}/')",
            message=f"must not be {CONFIGURATION} or below it, where the operator mounts the configuration of Flink",
            hint="use another directory, and let the binding set the configuration",
            field="mount_path",
            holds=lambda mount: not f"{mount.mount_path}/".startswith(f"{CONFIGURATION}/"),
        ),
    )

    name: DnsLabel
    """Name of the volume."""
    mount_path: LocalPath
    """Directory in the container."""
    read_only: bool | None = None
    """Whether the volume is read-only. Default: false."""

    def manifest(self) -> Manifest:
        """Return the mount as Kubernetes spells it."""
        return present({"name": self.name, "mountPath": self.mount_path, "readOnly": self.read_only or None})
