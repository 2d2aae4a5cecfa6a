"""What each logical name of an InfraBinding became, and why nothing was made where nothing was."""

from function.apis.infra_binding.bound_streams import bound_streams
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.model.status import BindingStatus
from function.apis.infra_binding.secrets import fetched_keys, secret_names
from function.apis.infra_binding.settings import store_settings
from function.apis.infra_binding.streams import Unmanaged
from function.base.identity import Identity
from function.platform.config import PlatformConfig

_EXISTING = "a Secret of the cluster is used as it is; it must exist"
_UNUSED = "no key of it is listed or referred to, so nothing is fetched"


def bindings(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> list[BindingStatus]:
    """Return an entry for each logical name: streams first, each section in order."""
    return [*_streams(spec, identity, config), *_secrets(spec, identity, config)]


def _streams(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> list[BindingStatus]:
    return [
        _entry(f"streams.{name}", spec.streams[name].physical(), made.reason if isinstance(made, Unmanaged) else None)
        for name, made in bound_streams(spec, identity, config).items()
    ]


def _secrets(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> list[BindingStatus]:
    settings = store_settings(identity, config)
    fetched = fetched_keys(spec, settings)
    entries = []
    for name, secret in secret_names(spec, settings).items():
        existing = spec.secrets[name].existing(settings) is not None
        reason = _EXISTING if existing else None if name in fetched else _UNUSED
        entries.append(_entry(f"secrets.{name}", secret, reason))
    return entries


def _entry(name: str, physical: str, reason: str | None) -> BindingStatus:
    return BindingStatus.model_validate(
        {"name": name, "managed": reason is None, "physical": physical, "reason": reason}
    )
