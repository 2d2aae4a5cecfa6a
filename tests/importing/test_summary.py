"""The last line about an import."""

import pytest

from function.base.problems import Problem
from function.check.finding import Finding
from function.importing.imported import Imported
from function.importing.summary import summary
from function.yaml.node import Range

VALID = Imported({}, ())
INVALID = Imported({}, (), errors=(Problem(path="", message="", code="EP210"),))
NONE = Imported(None, ())


def finding(code: str, *, warning: bool = False) -> Finding:
    place = Range(1, 1, 1, 1)
    return Finding(
        code=code,
        severity="warning" if warning else "error",
        message="",
        file="a",
        document=1,
        range=place,
    )


@pytest.mark.parametrize(
    ("results", "findings", "skipped", "text"),
    [
        ([VALID], [], 0, "Imported 1 of 1 workload. Everything fits."),
        ([VALID, VALID], [finding("EP804", warning=True)], 0, "Imported 2 of 2 workloads. Everything fits."),
        ([VALID], [finding("EP801")], 1, "Imported 1 of 1 workload, skipped 1 other resource. 1 part does not fit."),
        (
            [VALID, NONE],
            [finding("EP101"), finding("EP801"), finding("EP802")],
            2,
            "Imported 1 of 2 workloads, skipped 2 other resources. 2 parts do not fit.",
        ),
        ([INVALID], [finding("EP210")], 0, "Imported 0 of 1 workload. 1 claim is not valid."),
        (
            [INVALID, VALID, INVALID],
            [finding("EP210"), finding("EP801"), finding("EP210")],
            0,
            "Imported 1 of 3 workloads. 2 claims are not valid. 1 part does not fit.",
        ),
        ([NONE], [finding("EP101")], 0, "Imported 0 of 1 workload."),
    ],
)
def test_the_counts(results: list[Imported], findings: list[Finding], skipped: int, text: str) -> None:
    assert summary(results, findings, skipped) == text
