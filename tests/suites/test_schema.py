"""The schema for editors accepts what the model accepts, and no more."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from function.suites.load import load_suites
from function.suites.schema import page, schema
from tests.suites.running import HEAD, case

ROOT = Path(__file__).parents[2]
SUITES = sorted((ROOT / "examples").rglob("*.test.yaml"))
VALIDATOR = jsonschema.Draft7Validator(json.loads(schema()))


@pytest.mark.parametrize("path", SUITES, ids=lambda path: path.name)
def test_the_suites_of_the_examples_are_valid_and_name_it(path: Path) -> None:
    text = path.read_text()
    assert [*VALIDATOR.iter_errors(yaml.safe_load(text))] == []
    named = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == ROOT / "docs" / "reference" / "suite.schema.json"


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        f"{HEAD}cases: []\n",
        f"{HEAD}cases: [{{}}]\n",
        f"{HEAD}case: []\ncases: [{{name: a}}]\n",
        case("{object: []}"),
        case("{count: -1}"),
        case("{objects: [{kind: Pod, absent: [spec..a]}]}"),
        case("{}", "{scope: cluster}"),
        case(""),
    ],
)
def test_both_reject_the_same(text: str) -> None:
    assert [*VALIDATOR.iter_errors(yaml.safe_load(text))] != []
    assert load_suites("a", text.encode()).suites[0].suite is None


def test_the_page_describes_every_field() -> None:
    text = page()
    assert all(f"`{name}`" in text for name in ("running", "rejected", "findings", "absent", "conditions"))
