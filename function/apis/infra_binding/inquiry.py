"""What a preflight asks the servers of an entry after a login, or why it does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.secret_refs import referred
from function.base.manifest import mapping_at, text_at
from function.base.preflight_target import SecretKey

NO_CLIENT = "a preflight has no client for this type"
IN_VARIABLES = "the login is in environment variables of the applications"


@dataclass(frozen=True, kw_only=True)
class Inquiry:
    """A question to the servers of an address, as the pod of the preflight asks it; `unknown` is why there is none."""

    place: str = ""
    """The field of the entry that asks for it, "" for the entry itself."""
    platform: str = ""
    about: str = ""
    address: str = ""
    encrypted: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    credentials: Mapping[str, SecretKey] = field(default_factory=dict)
    unknown: str = ""


def secret_key(value: str, secrets: Mapping[str, BoundSecret]) -> SecretKey | str | None:
    """Return the key of a Secret to which a value refers, why no pod can read it, or None for any other text."""
    source = referred(value, secrets)
    if source is None:
        return None
    if "env" in source:
        return IN_VARIABLES
    found = mapping_at(source, "secretKeyRef")
    return SecretKey(text_at(found, "name"), text_at(found, "key"))
