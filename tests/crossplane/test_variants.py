"""Fields that differ from variant to variant, judged by Crossplane's and Kubernetes' own code."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import Field, create_model

from function.apis.registry import APIS
from function.base.model import Spec
from function.base.types import LogicalName
from function.platform.config import PlatformConfig
from function.publish import xrd
from tests.crossplane.real import Crossplane
from tests.publish.variants import AnyLookup, AnySecret, AnyStream, Fields, Variants

CORPUS = yaml.safe_load(
    (Path(__file__).parents[1] / "publish" / "corpus" / "variants.yaml").read_text(encoding="utf-8")
)
DOCUMENTS = [
    {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "InfraBinding",
        "metadata": {"name": f"case-{number}", "namespace": "shop"},
        "spec": case["with"],
    }
    for number, case in enumerate(CORPUS)
]


def definition(model: type[Spec], folder: Path) -> Path:
    """Return a file with the XRD of an API whose spec is the model."""
    api = replace(APIS["InfraBinding"], spec=model, variables=False)
    path = folder / "definition.yaml"
    path.write_text(yaml.safe_dump(xrd.claims(api, PlatformConfig())))
    return path


def sections(number: int, entries: int) -> type[Spec]:
    """Return a spec with that many maps of variants, each with that many entries at most."""
    maps: list[Any] = [dict[LogicalName, AnyStream], dict[LogicalName, AnyLookup], dict[LogicalName, AnySecret]]
    fields: dict[str, Any] = {
        f"section_{position}": (maps[position % 3], Field(default={}, max_length=entries, description="A section."))
        for position in range(number)
    }
    return create_model("Sections", __base__=Fields, __doc__="Sections.", **fields)


def checked(programs: Mapping[str, Path], path: Path) -> tuple[int, str]:
    done = subprocess.run([programs["xrdcheck"], path], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize("model", [Variants, sections(12, 64)], ids=["3 sections", "12 sections"])
def test_rules_of_64_entries_are_within_the_budget(
    model: type[Spec], programs: Mapping[str, Path], tmp_path: Path
) -> None:
    assert checked(programs, definition(model, tmp_path)) == (0, "")


def test_far_more_entries_are_not(programs: Mapping[str, Path], tmp_path: Path) -> None:
    code, message = checked(programs, definition(sections(3, 1000), tmp_path))
    assert code == 1
    assert "estimated rule cost exceeds budget" in message


@pytest.fixture(scope="module")
def findings(programs: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Return what is found in each document of the corpus that is refused."""
    folder = tmp_path_factory.mktemp("variants")
    crossplane = Crossplane(programs, folder, address="")
    found = crossplane.findings_by_name([definition(Variants, folder)], DOCUMENTS)
    return {CORPUS[int(name.removeprefix("case-"))]["case"]: errors for name, errors in found.items()}


def test_an_api_server_refuses_what_the_function_refuses(findings: Mapping[str, list[str]]) -> None:
    assert sorted(findings) == sorted(case["case"] for case in CORPUS if case["finds"])


@pytest.mark.parametrize(
    ("case", "finding"),
    [
        ("pulsar's topic for kafka", "spec.streams[a].topic: Invalid value: must be letters, digits"),
        ("kafka's retention for pulsar", "spec.streams[a].retention_ms: Invalid value: must be a string"),
        ("a number in quotes for redis", "spec.lookups[a].database: Invalid value: must be an integer"),
        ("a share for redis", "spec.lookups[a].sampling: Invalid value: must be an integer"),
        ("a login of redis without its user", "spec.lookups[a].login.user: Required value: login of a lookup of type"),
        ("a login's field of redis for mongodb", "spec.lookups[a].login: Forbidden: login of a lookup of type mongodb"),
        ("a rule of a login", "spec.lookups[a].login.user: Forbidden: a certificate needs no user"),
        ("options of redis for mongodb", "spec.lookups[a].options: Invalid value: each value must be a string"),
        ("brokers for pulsar", "spec.streams[a]: Forbidden: a stream of type pulsar does not accept brokers"),
    ],
)
def test_a_finding_is_one_line_about_the_chosen_type(
    case: str, finding: str, findings: Mapping[str, list[str]]
) -> None:
    (error,) = findings[case]
    assert finding in error
