"""Variables of a Terraform module that are secrets: the provider reads them, and nobody writes them down."""

from collections.abc import Iterator, Mapping

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.apis.infra_binding.secret_refs import SecretRef, refs_in
from function.base.manifest import Manifest, mapping_at
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig

_PATH = "spec.infrastructure"
_VARIABLES = join(_PATH, "metadata", "variables")


def references(infrastructure: Infrastructure, secrets: Mapping[str, BoundSecret]) -> dict[str, Manifest]:
    """Return the reference to a key of a Secret of each variable that is one, by the name of the variable."""
    found = {name: next(refs_in(value, ""), None) for name, value in _texts(infrastructure)}
    sources = {name: secrets[ref.name].source(ref.key) for name, ref in found.items() if ref and ref.name in secrets}
    return {name: source for name, source in sources.items() if mapping_at(source, "secretKeyRef")}


def problems(
    infrastructure: Infrastructure, secrets: Mapping[str, BoundSecret], config: PlatformConfig
) -> Iterator[Problem]:
    """Yield a problem for each reference that the provider cannot follow, or that the platform does not allow."""
    whole = {join(_VARIABLES, name) for name, _ in _texts(infrastructure)}
    for ref in refs_in(infrastructure.model_dump(exclude_none=True), _PATH):
        if ref.path not in whole:
            message = describe(
                "a Workspace can take a secret only as the whole value of a variable",
                hint=f"refer to it from an entry of {_VARIABLES}",
            )
            yield Problem(path=ref.path, message=message, code="EP468")
        elif _is_variable(ref, secrets):
            message = describe(
                f"the provider for Terraform reads Secrets, but secret '{ref.name}' is environment variables",
                hint="use a secret of another provider",
            )
            yield Problem(path=ref.path, message=message, code="EP469")
        elif not config.policy.terraform.secrets:
            what = "gives a secret to Terraform, which may write it into its state"
            yield breach(ref.path, what, "terraform.secrets")


def _is_variable(ref: SecretRef, secrets: Mapping[str, BoundSecret]) -> bool:
    return ref.name in secrets and secrets[ref.name].variables is not None


def _texts(infrastructure: Infrastructure) -> Iterator[tuple[str, str]]:
    for name, value in infrastructure.metadata.variables.items():
        if isinstance(value, str):
            yield name, value
