"""Mistakes in every style of YAML, each with the line and column that an editor jumps to."""

from pathlib import Path
from textwrap import indent

import pytest
import yaml

from function.check.check_file import check_file
from function.check.load import load_content
from function.check.platform import load

START = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: a, namespace: b}
spec:
  image: ghcr.io/a/b:v1
  nats: {stream: A, consumer: b}
"""
CASES = yaml.load(Path(__file__).with_name("places.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def found(document: str) -> list[str]:
    findings = check_file(load_content("f.yaml", document.encode()), load(None)).findings
    places = [(f"{finding.range.line}:{finding.range.column}", finding.path) for finding in findings]
    return [f"{place} {path}" if path else place for place, path in places]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["case"]) for case in CASES])
def test_a_mistake_is_found_where_it_was_made(case: dict[str, str]) -> None:
    assert found(case.get("document") or START + indent(case["below"], "  ")) == [case["finds"]]


def test_the_start_has_no_mistake_of_its_own() -> None:
    assert found(START) == []


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60
    assert len({case["case"] for case in CASES}) == len(CASES)
