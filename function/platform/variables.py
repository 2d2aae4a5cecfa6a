"""The settings of PlatformConfig about variables."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import DnsLabel, DnsSubdomain


class VariableSource(Spec):
    """An object that contains values of variables."""

    rules = (
        Rule(
            cel="self.kind != 'EnvironmentConfig' || !has(self.namespace)",
            message="an EnvironmentConfig has no namespace",
            hint="remove the namespace",
            field="namespace",
            reason="FieldValueForbidden",
            holds=lambda source: source.kind != "EnvironmentConfig" or source.namespace is None,
        ),
    )

    kind: Literal["ConfigMap", "EnvironmentConfig", "Workspace"]
    """Kind of the object. Keys of `data` are names of variables; of a Workspace (tf.m.upbound.io) of Crossplane's
    provider for Terraform, its outputs are, also in capitals. Crossplane can read the first two with its own role."""
    name: DnsSubdomain
    """Name of the object."""
    namespace: DnsLabel | None = None
    """Namespace of the ConfigMap or Workspace. Default: the namespace of the binding."""


class Variables(Spec):
    """Values of variables in bindings."""

    sources: Annotated[list[VariableSource], Field(max_length=8)] = []
    """Objects with values. They are read if a binding uses a variable that it does not define; the first object that
    has a value wins, and all of them must exist. Default: none."""
