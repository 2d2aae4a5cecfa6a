"""Environment of the containers: literal values and references to Secrets and ConfigMaps."""

from typing import Annotated

from pydantic import Field

from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import ConfigKey, DnsSubdomain, EnvName, FreeText

UNIQUE_NAMES = "environment names must be unique"


class EnvVar(Spec):
    """A literal environment variable."""

    name: EnvName
    """Name of the variable."""
    value: Annotated[FreeText, MayHoldSecret()]
    """Its value, in quotes if it looks like a number or a boolean. For secrets use secretRefs."""


EnvVars = Annotated[list[EnvVar], Field(max_length=100)]

_SOURCE_NEEDED = "a reference needs env or envFrom. list keys under env, or set envFrom: true to take all keys"
_PREFIX_NEEDS_ENV_FROM = "prefix goes with envFrom. set envFrom: true, or write full names under env"

_SOURCE_RULES = (
    Rule(
        cel="(has(self.envFrom) && self.envFrom) || (has(self.env) && size(self.env) > 0)",
        message=_SOURCE_NEEDED,
        holds=lambda ref: ref.env_from or bool(ref.env),
    ),
    Rule(
        cel="!has(self.prefix) || (has(self.envFrom) && self.envFrom)",
        message=_PREFIX_NEEDS_ENV_FROM,
        field="prefix",
        holds=lambda ref: ref.prefix is None or ref.env_from,
    ),
)


class SecretKey(Spec):
    """One key of a Secret as a variable."""

    secret_key: ConfigKey
    """Key in the Secret."""
    env_name: EnvName
    """Name of the variable."""
    optional: bool | None = None
    """Start the pod even if the key is missing. Default: that of the reference."""


class SecretRef(Spec):
    """A Secret in the claim's namespace, by single keys, as a whole, or both."""

    rules = _SOURCE_RULES

    name: DnsSubdomain
    """Name of the Secret."""
    env: Annotated[list[SecretKey], Field(max_length=32)] = []
    """Keys to take, each under a name of its own."""
    env_from: bool = False
    """Take every key of the Secret as a variable."""
    prefix: EnvName | None = None
    """Put before each name that envFrom takes."""
    optional: bool = False
    """Start pods even if the Secret is missing."""


class ConfigMapKey(Spec):
    """One key of a ConfigMap as a variable."""

    config_map_key: ConfigKey
    """Key in the ConfigMap."""
    env_name: EnvName
    """Name of the variable."""
    optional: bool | None = None
    """Start the pod even if the key is missing. Default: that of the reference."""


class ConfigMapRef(Spec):
    """A ConfigMap in the claim's namespace, by single keys, as a whole, or both."""

    rules = _SOURCE_RULES

    name: DnsSubdomain
    """Name of the ConfigMap."""
    env: Annotated[list[ConfigMapKey], Field(max_length=32)] = []
    """Keys to take, each under a name of its own."""
    env_from: bool = False
    """Take every key of the ConfigMap as a variable."""
    prefix: EnvName | None = None
    """Put before each name that envFrom takes."""
    optional: bool = False
    """Start pods even if the ConfigMap is missing."""
