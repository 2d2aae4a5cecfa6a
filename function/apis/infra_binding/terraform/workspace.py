"""The Workspace that a binding asks for. Deleting it changes nothing else, so it goes with the binding."""

from collections.abc import Iterable, Mapping

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.apis.infra_binding.infrastructure.tfvars import tfvars
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.terraform import state
from function.apis.infra_binding.terraform.address import pinned
from function.apis.infra_binding.terraform.secrets import references
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import workspace as workspace_manifest
from function.manifests.workspace import Module
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

WORKSPACE = Part(
    key="workspace",
    kind=workspace_manifest.KIND.kind,
    made="with `infrastructure.terraform.crossplane` and `PlatformConfig.spec.terraform.workspaces`",
)
PATH = "infrastructure.terraform"
_TERRAFORM = "terraform"
_SWITCHED_OFF = "PlatformConfig.spec.terraform.workspaces is not set, so Crossplane runs no Terraform"


def workspace(
    spec: InfraBinding, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
) -> tuple[Asked, ...]:
    """Return what becomes of the Workspace, or nothing if the binding asks for none."""
    infrastructure = spec.infrastructure
    if infrastructure is None or infrastructure.terraform is None or infrastructure.terraform.crossplane is None:
        return ()
    name, made = bound_name(meta.name, _TERRAFORM), Made(unmanaged=_SWITCHED_OFF)
    if config.terraform.workspaces:
        account = config.terraform.provider_config
        manifest = workspace_manifest.manifest(
            meta,
            name=name,
            module=_module(infrastructure.terraform),
            variables=tfvars(infrastructure, spec.environment),
            secrets=references(infrastructure, secrets),
            provider_config={"kind": account.kind, "name": account.name},
            apply=infrastructure.terraform.crossplane == "apply",
        )
        made = Made(own=(Resource(WORKSPACE.of(_TERRAFORM), manifest, READINESS, about=WORKLOAD_AVAILABLE),))
    return (Asked(path=PATH, physical=name, made=made, wants=[WORKSPACE.of(_TERRAFORM)]),)


def _module(terraform: Terraform) -> Module:
    return Module(
        address=pinned(terraform) or "",
        workspace=state.workspace(terraform),
        backend={name: str(value) for name, value in terraform.backend_config.items()},
    )


def has_workspace(asked: Iterable[Asked]) -> bool:
    """Return whether a Workspace is among these."""
    return any(part.path == PATH and part.made.own for part in asked)
