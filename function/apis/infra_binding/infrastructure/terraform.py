"""The Terraform module that provisions the infrastructure."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from function.apis.infra_binding.l5 import Binding
from function.base.int_or_string import IntOrString
from function.base.marks import MayHoldSecret
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import ConfigKey
from function.base.variables import START

ModuleSource = Annotated[
    str,
    Text(
        "^[-_.~:/?&=@%+a-zA-Z0-9]+$",
        meaning="the source of a Terraform module, such as git::https://example.org/infra.git//modules/emr",
        example="git::https://github.com/org/infra.git//modules/emr",
        max_length=1024,
    ),
    MayHoldSecret(),
]
ModuleVersion = Annotated[
    str,
    Text(
        "^[-_./+~<>=!, a-zA-Z0-9]+$",
        meaning="a version or a Git ref, such as v2.1.0",
        example="v2.1.0",
        max_length=128,
    ),
]
WorkspaceName = Annotated[
    str,
    Text(
        "^[-_.a-zA-Z0-9]+$",
        meaning="the name of a Terraform workspace: letters, digits, '-', '_' and '.'",
        example="prod",
        max_length=90,
    ),
]
BackendValue = Annotated[str, StringConstraints(max_length=1024), IntOrString()]


class Terraform(Binding):
    """The Terraform module that provisions the infrastructure."""

    rules = (
        Rule(
            cel="!has(self.module_version) || !self.module_source.contains('ref=') || "
            "self.module_source.contains('${') || self.module_version.contains('${') || "
            "(self.module_source + '&').contains('?ref=' + self.module_version + '&') || "
            "(self.module_source + '&').contains('&ref=' + self.module_version + '&')",
            message="module_source contains another ref",
            hint="remove one of them",
            field="module_version",
            holds=lambda terraform: terraform.ref_agrees,
            got=lambda terraform: f"'{terraform.module_version}'",
        ),
    )

    module_source: ModuleSource
    """Address of the module, as in the field source of a Terraform module."""
    module_version: ModuleVersion | None = None
    """Version or Git ref of the module. Default: the newest."""
    workspace: WorkspaceName | None = None
    """Terraform workspace. Default: the default one."""
    backend_config: Annotated[dict[ConfigKey, BackendValue], Field(max_length=32), MayHoldSecret()] = {}
    """Where Terraform keeps the state, as in -backend-config. Never a credential."""
    crossplane: Literal["observe", "apply"] | None = None
    """Let Crossplane's provider for Terraform read the outputs of the module (observe), or apply it too (apply), if the
    platform allows it. Deleting the binding never destroys the infrastructure. Default: something else runs it."""

    @property
    def ref_agrees(self) -> bool:
        """Return whether the source has no other ref than the version; variables are judged when they have values."""
        if self.module_version is None or "ref=" not in self.module_source:
            return True
        if START in self.module_source or START in self.module_version:
            return True
        return any(f"{sign}ref={self.module_version}&" in f"{self.module_source}&" for sign in "?&")
