"""The function's package holds its metadata, the schema of its input, and nothing else that is installed."""

from pathlib import Path
from typing import Any

import yaml

from tools.image.xpkg import Package

ROOT = Path(__file__).parents[2]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


def test_metadata_is_what_the_repository_says(function: Package) -> None:
    assert function.metadata == read(ROOT / "package" / "function" / "crossplane.yaml")
    assert function.metadata["kind"] == "Function"
    assert function.metadata["metadata"]["name"].startswith("function-"), "Crossplane's specification asks for it"


def test_the_input_has_its_schema_and_nothing_else_is_installed(function: Package) -> None:
    schemas = [read(path) for path in sorted((ROOT / "package" / "function" / "input").glob("*.yaml"))]
    assert schemas
    assert [document for document in function.documents if document != function.metadata] == schemas
