"""Environment variables of the containers: literal values and references to Secrets and ConfigMaps."""

from typing import Annotated

from pydantic import Field

from function.apis.event_driven_service import habits
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.one_of import Given, at_least_one
from function.base.rule import Rule
from function.base.types import ConfigKey, DnsSubdomain, EnvName, FreeText

UNIQUE_NAMES = "names of environment variables must be unique"


class EnvVar(Spec):
    """A literal environment variable."""

    habits = habits.ENV_VAR

    name: EnvName
    """Name of the variable."""
    value: Annotated[FreeText, MayHoldSecret()]
    """Value of the variable, in quotes if it looks like a number or boolean. Use secretRefs for secrets."""


EnvVars = Annotated[list[EnvVar], Field(max_length=100)]

_USE = at_least_one(Given("envFrom", "true"), Given("env", "filled"))
_SOURCE_RULES = (
    Rule(
        cel=_USE.cel,
        one_of=_USE,
        message="a reference requires env or envFrom",
        hint="list keys under env, or set envFrom: true to use all keys",
        holds=lambda ref: ref.env_from or bool(ref.env),
    ),
    Rule(
        cel="!has(self.prefix) || (has(self.envFrom) && self.envFrom)",
        message="prefix requires envFrom",
        hint="set envFrom: true, or use full names under env",
        field="prefix",
        holds=lambda ref: ref.prefix is None or ref.env_from,
    ),
)


class SecretKey(Spec):
    """One key of a Secret as an environment variable."""

    habits = habits.SECRET_KEY

    secret_key: ConfigKey
    """Key in the Secret."""
    env_name: EnvName
    """Name of the variable."""
    optional: bool | None = None
    """Start pods even if the key is missing. Default: the value of the reference."""


class SecretRef(Spec):
    """A Secret in the claim's namespace: single keys, all keys, or both."""

    rules = _SOURCE_RULES
    habits = habits.SECRET_REF
    shape = "{name: orders-db, envFrom: true}"

    name: DnsSubdomain
    """Name of the Secret."""
    env: Annotated[list[SecretKey], Field(max_length=32)] = []
    """Keys to use, each with the name of its variable."""
    env_from: bool = False
    """Use every key of the Secret as a variable."""
    prefix: EnvName | None = None
    """Prefix for the names of the variables from envFrom."""
    optional: bool = False
    """Start pods even if the Secret is missing."""


class ConfigMapKey(Spec):
    """One key of a ConfigMap as an environment variable."""

    habits = habits.CONFIG_MAP_KEY

    config_map_key: ConfigKey
    """Key in the ConfigMap."""
    env_name: EnvName
    """Name of the variable."""
    optional: bool | None = None
    """Start pods even if the key is missing. Default: the value of the reference."""


class ConfigMapRef(Spec):
    """A ConfigMap in the claim's namespace: single keys, all keys, or both."""

    rules = _SOURCE_RULES
    habits = habits.CONFIG_MAP_REF
    shape = "{name: orders-settings, envFrom: true}"

    name: DnsSubdomain
    """Name of the ConfigMap."""
    env: Annotated[list[ConfigMapKey], Field(max_length=32)] = []
    """Keys to use, each with the name of its variable."""
    env_from: bool = False
    """Use every key of the ConfigMap as a variable."""
    prefix: EnvName | None = None
    """Prefix for the names of the variables from envFrom."""
    optional: bool = False
    """Start pods even if the ConfigMap is missing."""
