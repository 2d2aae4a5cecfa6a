"""The variables of a Terraform module: what the section `infrastructure` says, under fixed names."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.infrastructure.compute import Compute
from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.apis.infra_binding.infrastructure.metadata import Metadata
from function.apis.infra_binding.infrastructure.network import Network
from function.apis.infra_binding.infrastructure.platforms import Platform
from function.apis.infra_binding.infrastructure.platforms._platform import OnAnyCloud
from function.apis.infra_binding.infrastructure.storage import Storage
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.secret_refs import refs_in
from function.base.manifest import Json, Manifest, mapping_at, present
from function.base.problems import Problem, describe, join
from function.base.text import Text
from function.base.validation import matches

FILE = "terraform.tfvars.json"
"""The file of the document, which Terraform reads if it is in the folder of the root module."""
_FLATTENED: Mapping[str, type[Binding]] = {"compute": Compute, "storage": Storage, "network": Network}
"""The objects of `runtime` whose fields are variables of their own."""
_VARIABLES = "variables"
_OF_METADATA = {name: f"metadata_{name}" for name in Metadata.model_fields if name != _VARIABLES}
OWN = frozenset(
    {
        *("environment", "resources"),
        *(name for name in (*Platform.model_fields, *OnAnyCloud.model_fields) if name not in _FLATTENED),
        *(name for model in _FLATTENED.values() for name in model.model_fields),
        *_OF_METADATA.values(),
    }
)
"""The variables that the fields of the section set."""
_OF_TERRAFORM = frozenset({"count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version"})
"""Names that Terraform does not accept for variables."""
_NAME = Text("^[a-zA-Z_][-_a-zA-Z0-9]*$", meaning="a name of Terraform", example="log_retention_days", max_length=128)


def tfvars(infrastructure: Infrastructure, environment: str) -> Manifest:
    """Return the variables by name; those that refer to secrets are left out."""
    return {name: value for name, value in _all(infrastructure, environment).items() if not _refers(value)}


def left_out(infrastructure: Infrastructure) -> list[str]:
    """Return the names of the variables that refer to secrets, sorted."""
    return sorted(name for name, value in _all(infrastructure, "").items() if _refers(value))


def misnamed(infrastructure: Infrastructure, path: str) -> Iterator[Problem]:
    """Yield a problem for each further variable whose name Terraform does not accept, or the section itself sets."""
    for name in infrastructure.metadata.variables:
        where = join(path, "metadata", _VARIABLES, name)
        if name in OWN:
            message = describe(
                f"the section itself sets the variable '{name}'", hint="set its field, or choose another name"
            )
            yield Problem(path=where, message=message, code="EP464")
        elif name in _OF_TERRAFORM or not matches(_NAME.pattern, name):
            message = describe(
                "Terraform does not accept this name of a variable",
                hint="use letters, digits, '_' and '-', not starting with a digit, and no reserved name",
            )
            yield Problem(path=where, message=message, code="EP464")


def _all(infrastructure: Infrastructure, environment: str) -> Manifest:
    written = infrastructure.model_dump(exclude_none=True, exclude_defaults=True)
    runtime, metadata = mapping_at(written, "runtime"), mapping_at(written, "metadata")
    found: Manifest = {"environment": environment}
    found |= {name: value for name, value in runtime.items() if name not in _FLATTENED}
    for name in _FLATTENED:
        found |= mapping_at(runtime, name)
    found |= {name: metadata.get(field) for field, name in _OF_METADATA.items()}
    found["resources"] = dict(mapping_at(written, "resources"))
    return {**mapping_at(metadata, _VARIABLES), **present(found)}


def _refers(value: Json) -> bool:
    return next(refs_in(value, ""), None) is not None
