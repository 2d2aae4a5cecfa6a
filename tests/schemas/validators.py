"""Schema validators by kind: Kubernetes' own from kubernetes-validate, custom ones from the CRDs beside this file."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from kubernetes_validate import utils

from tests.schemas.structural import strict

KUBERNETES = "1.35"
_FOLDER = f"kubernetes-json-schema/v{KUBERNETES}.0-local-strict"
_HERE = Path(__file__).parent


@cache
def validator(api_version: str, kind: str) -> Any | None:
    """Return the compiled schema, strict about unknown keys, or None where the kind has none."""
    group = api_version.rpartition("/")[0]
    if "." in group and not group.endswith(".k8s.io"):
        return _custom().get((api_version, kind))
    try:
        words = [
            kind.lower(),
            group.partition(".")[0],
            api_version.rpartition("/")[2],
        ]  # clusterrole-rbac-v1, service-v1
        file = f"{_FOLDER}/{'-'.join(word for word in words if word)}.json"
        schema = utils.schema_contents(file, KUBERNETES)
    except FileNotFoundError:
        return None
    return jsonschema_rs.Draft202012Validator(schema, registry=_definitions())


@cache
def _definitions() -> jsonschema_rs.Registry:
    definitions = utils.schema_contents(f"{_FOLDER}/_definitions.json", KUBERNETES)
    return jsonschema_rs.Registry([(definitions["$id"], definitions)])


@cache
def _custom() -> dict[tuple[str, str], Any]:
    """Return the validators of all CRDs in this folder; theirs is the dialect of OpenAPI 3.0, nearly draft 4."""
    found = {}
    for file in sorted(_HERE.glob("*.yaml")):
        spec = yaml.load(file.read_text(), Loader=yaml.CSafeLoader)["spec"]
        for version in spec["versions"]:
            schema = strict(version["schema"]["openAPIV3Schema"])
            api_version = f"{spec['group']}/{version['name']}"
            found[api_version, spec["names"]["kind"]] = jsonschema_rs.Draft4Validator(schema)
    return found
