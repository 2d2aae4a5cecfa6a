"""Conditions, reasons, and codes in suites and comments."""

import pytest

from function.apis.registry import REASONS
from function.base.codes import CODES
from function.base.condition import TYPES
from function.editor.topics import suppressions, topics
from tests.editing import CLAIM, SUBJECTS, labels, typing

SUITE = """\
apiVersion: platform.fn.bizmatters.io/v1beta1
kind: Suite
cases:
- name: a
  expect:
"""


def offered(text: str) -> list[str]:
    place = typing(text)
    return [found.label for found in topics(place, SUBJECTS)] if place else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    conditions:\n    - type: ¦\n", [*TYPES]),
        ("    conditions:\n    - type: Operational\n      reason: Sec¦\n", [*REASONS]),
        ("    findings:\n    - code: EP1¦\n", [code.name for code in CODES]),
        ("    findings:\n    - {path: spec.size}\n    - code: ¦\n", [code.name for code in CODES]),
        ("    findings:\n    - path: ¦\n", []),
        ("    findings:\n    - ¦\n", []),
        ("    conditions:\n    - code: ¦\n", []),
        ("    status:\n      reason: ¦\n", []),
        ("    code: ¦\n", []),
    ],
)
def test_a_suite_expects_what_exists(text: str, expected: list[str]) -> None:
    assert offered(SUITE + text) == expected


@pytest.mark.parametrize("text", [f"{CLAIM}  code: ¦\n", "cases:\n- expect:\n    findings:\n    - code: ¦\n", "¦"])
def test_other_documents_do_not(text: str) -> None:
    assert offered(text) == []


def test_a_name_is_described() -> None:
    place = typing(f"{SUITE}    findings:\n    - code: ¦\n")
    assert place is not None
    (found,) = [found for found in topics(place, SUBJECTS) if found.label == "EP104"]
    assert found.text == "EP104"
    assert found.detail
    assert found.about.startswith(found.detail)


def test_the_fields_of_a_suite_are_completed() -> None:
    assert labels(f"{SUITE}    ¦\n") == ["rejected", "count", "objects", "status", "conditions", "findings"]
    assert labels(f"{SUITE}    conditions:\n    - status: ¦\n")[:1] == ['"True"']


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("# platformctl: ignore ", ""),
        ("size: a  # platformctl: ignore EP5", "EP5"),
        ("#platformctl: ignore EP501, EP50", "EP50"),
        ("# platformctl: ignore EP501 EP502 ", ""),
    ],
)
def test_a_comment_names_codes(before: str, begun: str) -> None:
    found = suppressions(before)
    assert found is not None
    assert found[1] == begun
    assert [each.label for each in found[0]] == [code.name for code in CODES]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# ignore EP",
        "# platformctl: ignore",
        "# platformctl: ign",
        "platformctl: ignore EP",
        "# platformctl: ignore EP501 -- be",
        "# platformctl: ignore " + "EP501 " * 10_000 + "-",
    ],
)
def test_other_comments_do_not(before: str) -> None:
    assert suppressions(before) is None
