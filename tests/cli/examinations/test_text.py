"""An examination for people."""

import click
import pytest

from function.cli.examinations.text import summary, text
from function.doctor.report import Component, Finding, Report

ERROR = Finding(code="EP701", about="Providers", message="none. Hint: install it")
WARNING = Finding(code="EP704", about="KEDA 2.20.0", message="old", severity="warning")
KEDA = Component(name="KEDA", version="2.20.0")


def report(*findings: Finding, unread: tuple[str, ...] = ()) -> Report:
    parts = (KEDA, Component(name="Function f", version="", state="healthy"))
    return Report(components=parts, findings=findings, unread=unread)


def test_what_is_installed_comes_before_what_does_not_fit() -> None:
    assert click.unstyle(text(report(ERROR, WARNING, unread=("kubectl get crd",)))).splitlines() == [
        "COMPONENT   VERSION  STATE",
        "KEDA        2.20.0",
        "Function f  unknown  healthy",
        "",
        "error EP701 Providers: none. Hint: install it",
        "warning EP704 KEDA 2.20.0: old",
        "",
        "Not checked, because nothing is known about it. To see it, run:",
        "  kubectl get crd",
        "",
        "1 error, 1 warning.",
    ]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (report(), "No problems found."),
        (report(unread=("x",)), "No problems found in what could be read."),
        (report(ERROR, ERROR), "2 errors, 0 warnings."),
        (report(WARNING), "0 errors, 1 warning."),
    ],
)
def test_the_summary_counts(found: Report, line: str) -> None:
    assert summary(found) == line


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\nb", "##[error]x", "\u202e"])
def test_no_text_of_the_cluster_reaches_the_terminal_as_it_is(hostile: str) -> None:
    part = Component(name=hostile, version=hostile, state=hostile)
    finding = Finding(code="EP701", about=hostile, message=hostile)
    assert hostile not in text(Report(components=(part,), findings=(finding,), unread=(hostile,)))
