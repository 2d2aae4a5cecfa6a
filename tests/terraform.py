"""Bindings that ask for a Workspace, and the settings of a platform that allows it."""

from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import PLATFORM, binding, composite, manifests, secret
from tests.documents import platform
from tests.support import outcome

REPOSITORY = "git::https://example.org/platform/infra.git"
ALLOWED: Manifest = {
    "modules": ["git::https://example.org/platform/"],
    "refs": ["v*"],
    "secrets": True,
    "states": {"shop": ["workspace=prod", "bucket=acme-state", "key=shop/"]},
    "apply": True,
}
MODULE: Manifest = {
    "module_source": f"{REPOSITORY}//modules/emr",
    "module_version": "v3.2.1",
    "workspace": "prod",
    "backend_config": {"bucket": "acme-state", "key": "shop/emr.tfstate"},
    "crossplane": "observe",
}


def settings(*, workspaces: bool = True, **policy: Json) -> Manifest:
    """Return settings with which Workspaces are created, with these changes to the policy."""
    given: Manifest = {**mapping_at(PLATFORM, "spec"), "policy": {"terraform": {**ALLOWED, **policy}}}
    return platform(**given, terraform={"workspaces": workspaces})


def spec(variables: Json = None, secrets: Json = None, **module: Json) -> Manifest:
    """Return a valid spec that asks for a Workspace, with these fields of the module added, or left out if None."""
    fields = {name: value for name, value in {**MODULE, **module}.items() if value is not None}
    section: Manifest = {"provider": "terraform", "terraform": fields}
    section |= {"metadata": {"variables": variables}} if variables else {}
    return binding(infrastructure=section, secrets=secrets if secrets is not None else {"db": secret("db")})


def made(fields: Manifest, config: Manifest | None = None) -> dict[str, Manifest]:
    """Return the plain manifests by key."""
    return manifests(fields, config or settings())


def reported(fields: Manifest, config: Manifest | None = None) -> list[str]:
    """Return what is wrong with the infrastructure, each with its path."""
    problems = outcome(composite(fields), config or settings()).problems
    return [str(problem) for problem in problems if problem.path.startswith("spec.infrastructure")]
