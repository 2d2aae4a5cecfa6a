"""From spec, identity and settings to one value that everything after it reads."""

from dataclasses import dataclass

from function.apis.infra_binding.model.binding import InfraBinding
from function.base.identity import Identity
from function.platform.config import PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """A valid binding with the platform's settings applied."""

    spec: InfraBinding
    identity: Identity
    config: PlatformConfig


def prepare(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Resolved:
    """Return the resolved binding; cannot fail for a valid spec."""
    return Resolved(spec=spec, identity=identity, config=config)
