from dataclasses import replace

import pytest

from function.check.finding import Finding, Related
from function.check.fingerprint import fingerprints
from function.yaml.node import Range
from tests.findings import finding

ERROR = finding("error")


def test_equal_findings_differ_in_their_fingerprints() -> None:
    assert len(set(fingerprints([ERROR, ERROR, finding("error", 7)]))) == 3


def test_a_line_above_changes_none() -> None:
    assert fingerprints([ERROR]) == fingerprints([replace(ERROR, range=Range(9, 9, 9, 9), document=3)])


def test_a_line_above_in_another_document_changes_none() -> None:
    one, two = (
        replace(ERROR, message=f"a (g.yaml:{line}) b", related=(Related("g.yaml", Range(line, 1, line, 2)),))
        for line in (1, 7)
    )
    assert fingerprints([one]) == fingerprints([two])


@pytest.mark.parametrize(
    "other",
    [
        replace(ERROR, code="EP101"),
        replace(ERROR, message="c: d"),
        replace(ERROR, file="g"),
        replace(ERROR, path="a"),
        replace(ERROR, kind="A"),
        replace(ERROR, namespace="n"),
        replace(ERROR, name="n"),
    ],
)
def test_another_finding_has_another_fingerprint(other: Finding) -> None:
    assert fingerprints([ERROR]) != fingerprints([other])


def test_a_lone_surrogate_is_no_error() -> None:
    assert len(fingerprints([replace(ERROR, path="\ud800")])[0]) == 64
