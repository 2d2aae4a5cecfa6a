"""What an InfraBinding asks for, and which of its objects may go.

Objects follow from entries, so an object goes when its entry is taken out of the spec, or changed so that it asks for
none. Where the settings of the platform would take it, it stays. A SecretStore may always go: it only says how to read,
and an ExternalSecret that still reads has another.
"""

from collections.abc import Mapping

from function.apis.infra_binding.names import object_name
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.secret_stores import Secret
from function.base.identity import Identity
from function.base.outcome import Requirement
from function.platform.config import PlatformConfig
from function.status.safety import UNEXPLAINED

_FETCHES = Secret.composed_key("")
_PREFIXES = tuple({model.composed_key("") for models in SECTIONS.values() for model in models.values()})


def emits(key: str) -> bool:
    """Return whether the key is one of a binding's."""
    return key in ALWAYS or key.startswith(_PREFIXES)


def keeps(resolved: Resolved, key: str) -> str | None:
    """Return why the object under the key must not go, or None where the spec does without it."""
    if key in ALWAYS:
        return UNEXPLAINED
    for entry in resolved.entries:
        if entry.member.composed_key(entry.name) == key and entry.member.wants_object(entry.name, resolved.secrets):
            return (
                f"spec.{entry.path} still asks for it, but nothing makes it any more. put PlatformConfig or the "
                "entry back, or remove the entry first; topics and streams themselves stay"
            )
    fetched = object_name(key.removeprefix(_FETCHES)) if key.startswith(_FETCHES) else None
    for name, secret in sorted(resolved.secrets.items()):
        if secret.existing and secret.name == fetched:
            return (
                f"the Secret '{fetched}' goes with it, which spec.secrets.{name} uses as it is. "
                "create a Secret of another name and use that one"
            )
    return None


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return nothing: a binding is made of its spec alone."""
    return {}
