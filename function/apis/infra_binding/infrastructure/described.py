"""What the document says about the section `infrastructure`, in addition to the section itself."""

from collections.abc import Mapping

from function.apis.infra_binding.infrastructure.infrastructure import TERRAFORM, Infrastructure
from function.apis.infra_binding.infrastructure.tfvars import FILE, tfvars
from function.base.manifest import OBJECTS, Manifest

_EXISTS = "it must exist, because nothing creates it"
_UNMANAGED = {
    "provider": "nothing calls it, so what it provisions must exist",
    "terraform": "nothing runs Terraform here, so the module must be applied elsewhere",
    "runtime": _EXISTS,
    "resources": _EXISTS,
    "outputs": "nothing reads the outputs of the module here",
}
"""Why no object is created for what is below a field."""
_BY_WORKSPACE = {
    "runtime": "it must exist, unless the module creates it",
    "resources": "it must exist, unless the module creates it",
    "outputs": "the Workspace has them, and PlatformConfig.spec.variables.sources can name it",
}
"""The same if the binding has a Workspace."""
_IN_WORKSPACE = ("provider", "terraform")
"""The fields that are in the Workspace."""


def unmanaged(infrastructure: Infrastructure, *, workspace: bool = False) -> Mapping[str, str]:
    """Return why no object is created for each field, by its path below `spec`; a Workspace covers some."""
    handed = (
        f"and {FILE} contains it" if infrastructure.provider == TERRAFORM else "so only what reads the document uses it"
    )
    common = {**_UNMANAGED, **(_BY_WORKSPACE if workspace else {})}
    reasons = {**common, "metadata": f"it is for what the provider creates, {handed}"}
    covered = set(_IN_WORKSPACE if workspace else ())
    written = infrastructure.model_dump(exclude_none=True, exclude_defaults=True, exclude=covered)
    found: dict[str, str] = {}
    for field, value in written.items():
        names = [f"{field}.{name}" for name in value] if isinstance(value, OBJECTS) else [field]
        found |= {f"infrastructure.{name}": reasons[field] for name in names}
    return found


def files(infrastructure: Infrastructure, environment: str) -> Mapping[str, Manifest]:
    """Return the files of the document that only this section has."""
    return {FILE: tfvars(infrastructure, environment)} if infrastructure.provider == TERRAFORM else {}
