"""Workspace (tf.m.upbound.io/v1beta1) of Crossplane's provider for Terraform: a module and its state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="tf.m.upbound.io/v1beta1", kind="Workspace", plural="workspaces", runs_code=True)
_OBSERVE = ["Observe"]
_APPLY = ["Observe", "Create", "Update", "LateInitialize"]
"""Everything but Delete, with which the provider would destroy the infrastructure."""


@dataclass(frozen=True, kw_only=True)
class Module:
    """A module, and where its state is."""

    address: str
    workspace: str
    """The Terraform workspace."""
    backend: Mapping[str, str]


def manifest(
    meta: Meta,
    *,
    name: str,
    module: Module,
    variables: Mapping[str, Json],
    secrets: Mapping[str, Manifest],
    provider_config: Manifest,
    apply: bool,
) -> Manifest:
    """Return the Workspace; `secrets` are the references of variables whose values nobody else must see."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name, annotations={"crossplane.io/external-name": module.workspace}),
        "spec": {
            "managementPolicies": list(_APPLY if apply else _OBSERVE),
            "forProvider": present(
                {
                    "source": "Remote",
                    "module": module.address,
                    "initArgs": _arguments(module.backend),
                    "env": _environment(secrets),
                    "varmap": dict(variables),
                }
            ),
            "providerConfigRef": dict(provider_config),
        },
    }


def _arguments(backend: Mapping[str, str]) -> Sequence[Json]:
    return [f"-backend-config={key}={value}" for key, value in sorted(backend.items())]


def _environment(secrets: Mapping[str, Manifest]) -> Sequence[Json]:
    """Return the variables that Terraform reads from its environment."""
    return [{"name": f"TF_VAR_{name}", **reference} for name, reference in sorted(secrets.items())]
