"""What is shipped to be applied fits the schemas of Crossplane and of the provider."""

from pathlib import Path

import pytest
import yaml

from tests.crossplane.layout import MANIFEST_SCHEMAS, ROOT
from tests.crossplane.real import Crossplane

APPLIED = sorted([*ROOT.glob("package/install/*.yaml"), *ROOT.glob("package/configurations/*/configuration.yaml")])


@pytest.mark.parametrize("path", APPLIED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_the_schemas(path: Path, crossplane: Crossplane) -> None:
    assert crossplane.findings([MANIFEST_SCHEMAS], [path]) == []


@pytest.mark.parametrize("path", APPLIED, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_unknown_field_would_be_found(path: Path, crossplane: Crossplane) -> None:
    documents = list(yaml.safe_load_all(path.read_text()))
    for document in documents:
        document["spec"]["unheardOf"] = 1
    found = crossplane.findings_of([MANIFEST_SCHEMAS], documents)
    assert len([message for message in found if "unheardOf" in message]) == len(documents)
