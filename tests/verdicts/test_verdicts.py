"""The record of verdicts is current, and the validators differ only where docs/known-limits.md says so."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from function.apis.platform_settings import platform_settings
from function.apis.registry import APIS
from function.base.codes import CODES
from function.base.problems import errors
from function.publish.schema import json_schema
from function.render import check
from tests.crossplane.layout import ROOT
from tests.verdicts.cases import Case, cases
from tests.verdicts.judges import of_function, of_validate
from tests.verdicts.record import recorded

ADVICE = "the verdicts are not those in tests/verdicts/record.txt. run `make verdicts`, and review the difference"
RECORDED = recorded()
ALL = cases()
OWN = [case for case in ALL if not case.name.startswith("plug-ins/")]
"""The cases that are judged again here; tests/publish/test_plug_ins.py judges those of plug-ins."""
NOT_OF_A_CLAIM = re.compile(r"EP([05-9]|34|42[013]|48|49|100|11|223|302|31|320|33|417|434|435|441|444|460|465|466|476)")
"""Codes of files, kinds, settings, existing objects, documents of bindings, clusters, imports, and warnings."""


def _codes(first: str, sign: str, last: str) -> list[str]:
    """Return the codes of a row: one, two, or a range."""
    if sign != " to ":
        return [first, last] if last else [first]
    return [code.name for code in CODES if first <= code.name <= last]


def codes(case: Case) -> set[str]:
    """Return the codes for which the function rejects a case."""
    return {problem.code for problem in errors(check(case.claim, case.settings))}


@cache
def _schema(kind: str, settings: str) -> Any:
    config, _ = platform_settings(json.loads(settings))
    assert config is not None
    return jsonschema_rs.validator_for(json_schema.document(APIS[kind], config))


def by_schema(case: Case) -> bool:
    """Return whether the JSON Schema for these settings accepts the claim of a case."""
    return bool(_schema(case.kind, json.dumps(case.settings)).is_valid(case.claim))


def test_the_record_has_every_case_and_no_other() -> None:
    assert list(RECORDED) == [case.name for case in ALL], ADVICE


def test_the_function_says_what_is_recorded() -> None:
    assert of_function(OWN) == {case.name: RECORDED[case.name][2] for case in OWN}, ADVICE


def test_the_command_line_says_what_is_recorded(tmp_path: Path) -> None:
    assert of_validate(OWN, tmp_path) == {case.name: RECORDED[case.name][1] for case in OWN}, ADVICE


def test_the_command_line_and_the_function_always_agree() -> None:
    assert [name for name, (_, validate, function) in RECORDED.items() if validate != function] == []


def test_the_api_server_rejects_nothing_that_the_function_accepts() -> None:
    assert [name for name, (admission, _, function) in RECORDED.items() if function and not admission] == []


def test_the_published_schema_rejects_nothing_that_is_accepted() -> None:
    wrong = [case.name for case in ALL if RECORDED[case.name][1] and not by_schema(case)]
    assert wrong == []


def test_the_published_schema_rejects_most_of_what_the_api_server_rejects() -> None:
    rejected = [case for case in ALL if not RECORDED[case.name][0]]
    found = [case for case in rejected if not by_schema(case)]
    assert len(found) > 0.8 * len(rejected)


def test_what_the_api_server_cannot_check_is_exactly_what_the_page_lists() -> None:
    page = (ROOT / "docs" / "known-limits.md").read_text(encoding="utf-8")
    section = page.partition("## What only the function and the command line check\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (EP\d+)(?:(, | to )(EP\d+))? \|", section, re.MULTILINE)
    listed = [name for first, sign, last in rows for name in _codes(first, sign, last)]
    assert len(set(listed)) == len(listed)
    admitted = [case for case in ALL if RECORDED[case.name] == (True, False, False)]
    assert {code for case in admitted for code in codes(case)} == set(listed)


def test_each_code_of_a_claim_has_a_case() -> None:
    found = {code for case in OWN for code in codes(case)}
    missing = [code.name for code in CODES if code.name not in found and not NOT_OF_A_CLAIM.match(code.name)]
    assert missing == []


def test_most_cases_are_invalid_and_the_examples_are_valid() -> None:
    rejected = [name for name, verdicts in RECORDED.items() if verdicts == (False, False, False)]
    assert len(rejected) > len(RECORDED) / 2
    examples = {verdicts for name, verdicts in RECORDED.items() if name.startswith("examples/")}
    assert examples == {(True, True, True)}
