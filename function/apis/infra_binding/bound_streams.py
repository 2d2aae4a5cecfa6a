"""What the streams of an InfraBinding become."""

from function.apis import required_labels
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.settings import stream_settings
from function.apis.infra_binding.streams import Managed, Unmanaged
from function.base import labels
from function.base.identity import Identity
from function.base.meta import Meta
from function.platform.config import PlatformConfig

COMPONENT = "infra-binding"


def meta(identity: Identity, config: PlatformConfig) -> Meta:
    """Return what all objects of the binding have in common."""
    common = required_labels.held(identity, config) | labels.common(identity.name, COMPONENT)
    return Meta(identity.name, identity.namespace, common)


def bound_streams(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> dict[str, Managed | Unmanaged]:
    """Return what each stream became, by logical name."""
    settings, common = stream_settings(config), meta(identity, config)
    return {name: stream.managed(name, common, settings) for name, stream in sorted(spec.streams.items())}
