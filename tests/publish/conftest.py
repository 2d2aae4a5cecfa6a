import json
from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.artifacts import artifacts
from function.yaml.dump import dump

Published = Mapping[str, jsonschema_rs.Draft7Validator]


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """Return all generated files by path."""
    return artifacts(APIS.values(), PlatformConfig(), dump)


@pytest.fixture(scope="session")
def schemas(files: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the published JSON Schema of each kind."""
    return {api.kind: json.loads(files[f"apis/{api.folder}/schema.json"]) for api in APIS.values()}


@pytest.fixture(scope="session")
def published(schemas: Mapping[str, Any]) -> Published:
    """Return the validator of the published JSON Schema of each kind; one takes long to make."""
    return {kind: jsonschema_rs.Draft7Validator(schema) for kind, schema in schemas.items()}
