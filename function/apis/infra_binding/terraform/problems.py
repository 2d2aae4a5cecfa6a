"""What the platform does not let a binding run with Terraform, and what its provider cannot run."""

from collections.abc import Iterator

from function.apis.breach import breach
from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.apis.infra_binding.terraform.address import allowed, allowed_ref, pinned
from function.apis.infra_binding.terraform.state import foreign, left_open
from function.base.problems import Problem, describe, join
from function.base.variables import START
from function.platform.config import PlatformConfig

_PATH = "spec.infrastructure.terraform"


def problems(terraform: Terraform, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield the problems of a binding that asks for a Workspace; addresses may hold credentials, so none is shown."""
    if terraform.crossplane is None:
        return
    if START in terraform.module_source or START in (terraform.module_version or ""):
        return  # a variable without a value is a problem of its own
    policy = config.policy.terraform
    address = pinned(terraform)
    source = join(_PATH, "module_source")
    if address is None:
        message = describe(
            "a Workspace needs a Git address with one ref, and nothing else that decides which code runs",
            hint="write git::https://HOST/REPOSITORY//FOLDER, and a tag or commit as module_version",
        )
        yield Problem(path=source, message=message, code="EP467")
    elif not allowed(address, policy.modules):
        yield breach(source, "runs a module that is not among those allowed", "terraform.modules")
    if address is not None and not allowed_ref(address, policy.refs):
        field = "module_version" if terraform.module_version else "module_source"
        yield breach(join(_PATH, field), "uses a ref of the module that is not among those allowed", "terraform.refs")
    if terraform.crossplane == "apply" and not policy.apply:
        yield breach(
            join(_PATH, "crossplane"), "applies the module with the credentials of the platform", "terraform.apply"
        )
    for field in foreign(terraform, policy.states, namespace):
        what = f"names a state that namespace {namespace} does not own"
        yield breach(join(_PATH, *field.split(".", 1)), what, "terraform.states")
    for field in left_open(terraform, policy.states, namespace):
        what = "is not set, so the module would choose the state"
        yield breach(join(_PATH, *field.split(".", 1)), what, "terraform.states")
