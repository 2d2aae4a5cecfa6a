"""The model of the section `infrastructure`."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.infrastructure.existing import Existing
from function.apis.infra_binding.infrastructure.metadata import Metadata
from function.apis.infra_binding.infrastructure.platforms import AnyPlatform
from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.apis.infra_binding.l5 import Binding, VariableName
from function.base.rule import Rule
from function.base.text import Text

Output = Annotated[
    str,
    Text(
        "^output[.][a-zA-Z_][-_a-zA-Z0-9]*$",
        meaning="output. and the name of an output of the module",
        example="output.emr_cluster_dns",
        max_length=256,
    ),
]
TERRAFORM = "terraform"
"""The provider for which there is a file of variables."""


class Infrastructure(Binding):
    """What runs the processes, and how it is provisioned."""

    rules = (
        Rule(
            cel=f"!has(self.terraform) || (has(self.provider) && self.provider == '{TERRAFORM}')",
            message="must be terraform, because the field terraform is set",
            field="provider",
            holds=lambda infrastructure: infrastructure.terraform is None or infrastructure.provider == TERRAFORM,
            got=lambda infrastructure: f"'{infrastructure.provider}'" if infrastructure.provider else "",
        ),
    )

    provider: Literal["terraform", "cloudformation", "pulumi", "manual"] | None = None
    """What provisions the infrastructure. Default: not known."""
    terraform: Terraform | None = None
    """The Terraform module. Default: not known."""
    runtime: AnyPlatform | None = None
    """What runs the processes. Default: not known."""
    metadata: Metadata = Metadata()
    """What is handed to the tool that provisions the infrastructure."""
    resources: Existing = Existing()
    """Existing resources that the processes use."""
    outputs: Annotated[dict[VariableName, Output], Field(max_length=64)] = {}
    """Outputs of the module, by names that the binding chooses."""
