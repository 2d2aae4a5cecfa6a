"""`platformctl validate --cross-document`: what documents say about each other."""

import json

import pytest

from function.cli.formats import FORMATS
from tests.cli.conftest import Run, Write


@pytest.fixture
def tree(write: Write, claim: str) -> str:
    """Write two services with one consumer into a folder and return it."""
    write("claims/a.yaml", claim)
    write("claims/b.yaml", f"# below\n{claim.replace('name: billing', 'name: orders')}")
    return "claims"


def test_only_on_request(run: Run, tree: str) -> None:
    assert run("validate", tree).out == ""
    done = run("validate", "--cross-document", tree)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.startswith(
        "claims/b.yaml:12:15: EP501 spec.nats.consumer: EventDrivenService pay/billing (claims/a.yaml:11) reads "
    )
    assert done.err.endswith("2 EventDrivenService (2 ok, 0 failed), 0 other resources skipped. 0 errors, 1 warning.\n")


def test_the_options_for_findings_apply(run: Run, tree: str) -> None:
    assert run("validate", "--cross-document", "--strict", tree).code == 1
    assert run("validate", "--cross-document", "--strict", "--ignore", "EP5", tree).code == 0
    assert run("validate", "--cross-document", "--strict", "--select", "EP1", tree).code == 0


def test_files_that_are_named_one_by_one_are_a_tree(run: Run, tree: str, claim: str) -> None:
    assert "EP501" in run("validate", "--cross-document", f"{tree}/a.yaml", f"{tree}/b.yaml").out
    both = f"{claim}---\n{claim.replace('name: billing', 'name: orders')}"
    assert "<stdin>:23:15: EP501" in run("validate", "--cross-document", "-", stdin=both).out
    assert run("validate", "--cross-document", f"{tree}/b.yaml").out == ""


def test_every_format_shows_them(run: Run, tree: str) -> None:
    for name in FORMATS:
        assert "EP501" in run("validate", "--cross-document", "-o", name, tree).out, name


def test_the_json_has_the_place_in_the_other_document(run: Run, tree: str) -> None:
    (finding,) = json.loads(run("validate", "--cross-document", "-o", "json", tree).out)["findings"]
    assert finding["related"] == [{"file": "claims/a.yaml", "line": 11, "column": 15}]


def test_full_shows_the_line(run: Run, tree: str) -> None:
    assert "12 |     consumer: billing\n" in run("validate", "--cross-document", "-o", "full", tree).out


def test_what_cannot_be_read_does_not_hide_the_rest(run: Run, tree: str) -> None:
    done = run("validate", "--cross-document", tree, "missing.yaml")
    assert (done.code, "EP501" in done.out) == (2, True)


def test_a_file_name_runs_no_command_of_a_workflow(run: Run, write: Write, tree: str, claim: str) -> None:
    write("claims/0\n::error::x.yaml", claim.replace("name: billing", "name: first"))
    done = run("validate", "--cross-document", "-o", "github", tree)
    assert "\n::error::x" not in done.out
    assert done.out.count("::warning ") == 2


def test_a_comment_suppresses_a_warning(run: Run, write: Write, tree: str, claim: str) -> None:
    name = claim.replace("name: billing", "name: orders")
    comment = "consumer: billing # platformctl: ignore EP501 -- they share the work"
    write("claims/b.yaml", name.replace("consumer: billing", comment))
    done = run("validate", "--cross-document", "--strict", tree)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(" 0 errors, 1 suppressed.\n")
    assert run("validate", "--strict", tree).out == ""
    for name in FORMATS:
        shown = "EP501" in run("validate", "--cross-document", "-o", name, tree).out
        assert shown is (name == "sarif"), name


def test_a_comment_that_suppresses_nothing_is_a_warning(run: Run, write: Write, claim: str) -> None:
    path = write("c.yaml", claim.replace("size: small", "size: small # platformctl: ignore EP334 -- no"))
    done = run("validate", path)
    assert done.out == "c.yaml:8:15: EP602 suppresses nothing: there is no EP334 on line 8. Hint: remove it\n"
    assert (done.code, run("validate", "--strict", path).code) == (0, 1)
    assert run("validate", "--strict", "--ignore", "EP6", path).code == 0


def test_an_error_stays_whatever_a_comment_says(run: Run, write: Write, claim: str) -> None:
    path = write("c.yaml", claim.replace("size: small", "size: huge # platformctl: ignore EP104 -- no"))
    done = run("validate", path)
    assert (done.code, "EP104" in done.out, "EP602 EP104 is an error here" in done.out) == (1, True, True)
