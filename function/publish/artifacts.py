"""All generated files of the project, by path from its root."""

import json
from collections.abc import Callable, Iterable, Mapping

from function.apis.api import Api
from function.apis.registry import REASONS
from function.base.codes import PAGE, link
from function.base.manifest import Manifest
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish import argocd_health, input_crd, rbac, warnings, xrd
from function.publish.pages import api as pages
from function.publish.pages.adaptations import Adaptation
from function.publish.pages.api import Dump
from function.publish.pages.codes import codes_page
from function.publish.pages.conditions import conditions_page
from function.publish.pages.make_it_yours import make_it_yours_page
from function.publish.schema import file_schema, json_schema
from function.status.reason import Reason


def artifacts(apis: Iterable[Api[Spec]], config: PlatformConfig, dump: Dump) -> Mapping[str, str]:
    """Return the text of each file; `dump` turns documents into YAML."""
    files = {
        PAGE: _markdown(link, codes_page()),
        "docs/make-it-yours.md": _markdown(Adaptation, make_it_yours_page(dump)),
        "docs/reference/conditions.md": _markdown(Reason, conditions_page(REASONS.values())),
        "docs/reference/platform-config.md": _markdown(PlatformConfig, pages.platform_config_page(config, dump)),
        "package/function/input/platformconfigs.yaml": _yaml(PlatformConfig, input_crd.definition(config), dump),
    }
    files["package/gitops/argocd/health.lua"] = f"-- {_origin_of(argocd_health.__name__)}\n{argocd_health.HEALTH}"
    for name, (note, documents) in rbac.roles().items():
        files[f"package/rbac/{name}.yaml"] = f"# {_origin(rbac.roles)}\n{note}{dump(documents)}"
    for api in apis:
        folder = f"apis/{api.folder}"
        files |= {
            f"{folder}/claims.yaml": _yaml(api.spec, xrd.claims(api, config), dump),
            f"{folder}/namespaced.yaml": _yaml(api.spec, xrd.namespaced(api, config), dump),
            f"{folder}/schema.json": _json(api.spec, json_schema.document(api, config)),
            **(
                {f"{folder}/file.schema.json": _json(api.spec, file_schema.file_schema(api, api.files, config))}
                if api.files
                else {}
            ),
            f"{folder}/README.md": _markdown(api.spec, pages.api_page(api, config, dump)),
        }
        if documents := warnings.admission(api, config):
            origin = _origin(warnings.admission)
            files[f"package/policy/{api.folder}-warnings.yaml"] = f"# {origin}\n{warnings.NOTE}{dump(documents)}"
    return files


def _origin(source: Callable[..., object]) -> str:
    return _origin_of(source.__module__)


def _origin_of(module: str) -> str:
    return f"Generated from {module.replace('.', '/')}.py by `make generate`. Do not edit."


def _yaml(model: type, document: Manifest, dump: Dump) -> str:
    return f"# {_origin(model)}\n{dump([document])}"


def _markdown(model: Callable[..., object], page: str) -> str:
    return f"<!-- {_origin(model)} -->\n\n{page.rstrip()}\n"


def _json(model: type, schema: Manifest) -> str:
    return json.dumps({"$comment": _origin(model), **schema}, indent=2, ensure_ascii=False) + "\n"
