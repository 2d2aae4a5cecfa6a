"""The files of another organization: the APIs under its group, names and sizes, without a fork."""

import json
from collections.abc import Iterable, Mapping

from function.apis.api import VERSION, Api
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish import gitops, warnings, xrd
from function.publish.composition import FUNCTION, composition
from function.publish.configuration import Packages, configuration
from function.publish.pages import api as pages
from function.publish.pages.api import Dump
from function.publish.schema import file_schema, json_schema
from function.publish.schema.examples import minimal
from function.publish.schema.model import read

SCOPES: tuple[Scope, ...] = ("claims", "namespaced")
_DEFINITIONS = {"claims": xrd.claims, "namespaced": xrd.namespaced}


def schema_files(
    apis: Iterable[Api[Spec]], config: PlatformConfig, settings: Mapping[str, Json], health: str, dump: Dump
) -> Mapping[str, str]:
    """Return the text of each file; `settings` are as written, and `health` is the health script for Argo CD."""
    every = list(apis)
    files = {
        "gitops/argocd/health.yaml": dump([gitops.argocd(every, config, health)]),
        "gitops/flux/services.yaml": dump([gitops.flux(every, config)]),
    }
    for api in every:
        folder = f"apis/{api.folder}"
        files |= {
            **{f"{folder}/{scope}.yaml": dump([_DEFINITIONS[scope](api, config)]) for scope in SCOPES},
            **{
                f"compositions/{api.folder}-{scope}.yaml": dump([composition(api, scope, config, settings, FUNCTION)])
                for scope in SCOPES
            },
            f"{folder}/schema.json": _json(json_schema.document(api, config)),
            f"{folder}/README.md": f"{pages.api_page(api, config, dump).rstrip()}\n",
            f"examples/{api.folder}.yaml": dump([example(api, config)]),
        }
        if api.files:
            files[f"{folder}/file.schema.json"] = _json(file_schema.file_schema(api, api.files, config))
        if documents := warnings.admission(api, config):
            files[f"policy/{api.folder}-warnings.yaml"] = dump(documents)
    return files


def package(
    apis: Iterable[Api[Spec]],
    config: PlatformConfig,
    settings: Mapping[str, Json],
    *,
    name: str,
    scope: Scope,
    packages: Packages,
) -> list[Manifest]:
    """Return the documents of a Configuration package: its metadata first."""
    every = list(apis)
    kinds = " and ".join(api.kind for api in every)
    return [
        configuration(name, kinds, scope, packages),
        *(_DEFINITIONS[scope](api, config) for api in every),
        *(composition(api, scope, config, settings, packages.function_name) for api in every),
    ]


def example(api: Api[Spec], config: PlatformConfig) -> Manifest:
    """Return the shortest valid claim."""
    return {
        "apiVersion": f"{config.group}/{VERSION}",
        "kind": api.kind,
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": mapping_at({"spec": minimal(read(api.spec, config), "spec")}, "spec"),
    }


def _json(schema: Manifest) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
