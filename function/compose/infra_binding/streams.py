"""What the streams of an InfraBinding become."""

from function.base import labels
from function.base.meta import Meta
from function.compose.infra_binding.settings import stream_settings
from function.spec import required_labels
from function.spec.composite import Composite
from function.spec.infra_binding import InfraBinding
from function.spec.platform_config import PlatformConfig
from function.streams import Managed, Unmanaged

COMPONENT = "infra-binding"


def meta(composite: Composite, config: PlatformConfig) -> Meta:
    """Return what all objects of the binding have in common."""
    common = required_labels.held(composite, config) | labels.common(composite.name, COMPONENT)
    return Meta(composite.name, composite.namespace, common)


def bound_streams(spec: InfraBinding, composite: Composite, config: PlatformConfig) -> dict[str, Managed | Unmanaged]:
    """Return what each stream became, by logical name."""
    settings, common = stream_settings(config), meta(composite, config)
    return {name: stream.managed(name, common, settings) for name, stream in sorted(spec.streams.items())}
