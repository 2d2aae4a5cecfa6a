"""`platformctl validate --fix`: what is written, printed, and returned."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write

WRONG, RIGHT = "size: Small", "size: small"


@pytest.fixture
def wrong(claim: str) -> str:
    return claim.replace(RIGHT, WRONG)


def test_it_corrects_the_file_and_says_how_much(run: Run, write: Write, claim: str, wrong: str) -> None:
    path = write("c.yaml", wrong)
    done = run("validate", "--fix", path)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(" (1 ok, 0 failed), 0 other resources skipped. 0 errors, 1 fixed.\n")
    assert Path(path).read_text() == claim
    again = run("validate", "--fix", path)
    assert (again.code, again.out, "fixed" in again.err) == (0, "", False)
    assert Path(path).read_text() == claim


def test_what_remains_is_reported_and_decides(run: Run, write: Write, wrong: str) -> None:
    path = write("c.yaml", wrong.replace("image: ", "imagine: "))
    done = run("validate", "--fix", path)
    assert (done.code, done.out.count("\n")) == (1, 2)
    assert "EP101 spec.image" in done.out
    assert "EP104" not in done.out
    assert "[*]" not in done.out


def test_without_it_nothing_is_written_and_findings_are_marked(run: Run, write: Write, wrong: str) -> None:
    path = write("c.yaml", f"{wrong}  http_port: 8080\n")
    before = Path(path).read_text()
    done = run("validate", path)
    assert done.code == 1
    assert all(line.endswith(" [*]") for line in done.out.splitlines())
    assert done.err.endswith("2 errors. 2 fixable with --fix.\n")
    assert "got 'Small' [*]\n" in run("validate", "-o", "full", path).out
    assert Path(path).read_text() == before


def test_what_cannot_be_corrected_is_not_marked(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim + "  httpPort: '99999'\n"))
    assert done.out.startswith("c.yaml:12:13: EP103")
    assert "fixable" not in done.err
    assert "[*]" not in done.out


@pytest.mark.parametrize(("words", "fixed", "fixable"), [((), 0, 1), (("--fix",), 1, 0)])
def test_the_json_counts(run: Run, write: Write, wrong: str, words: tuple[str, ...], fixed: int, fixable: int) -> None:
    document = json.loads(run("validate", "-o", "json", *words, write("c.yaml", wrong)).out)
    assert (document["summary"]["fixed"], document["summary"]["fixable"]) == (fixed, fixable)
    assert [found["fixable"] for found in document["findings"]] == [True] * fixable


def test_standard_input_is_copied_to_standard_output(run: Run, claim: str, wrong: str) -> None:
    done = run("validate", "--fix", "-", stdin=wrong.replace("image: ", "imagine: "))
    assert (done.code, done.out) == (1, claim.replace("image: ", "imagine: "))
    assert "\n<stdin>:7:3: EP102 spec.imagine" in done.err


@pytest.mark.parametrize("text", ["a: [\n", "", "kind: Other\nsize: Small", "{{- if x }}\r\nsize: Small\r\n", "\t"])
def test_what_cannot_be_corrected_is_copied_as_it_is(run: Run, text: str) -> None:
    assert run("validate", "--fix", "-", stdin=text).out == text


@pytest.mark.parametrize(
    "words", [("--select", "EP3"), ("--ignore", "EP104"), ("--select", "EP1", "--ignore", "EP104")]
)
def test_only_selected_findings_are_corrected(run: Run, write: Write, wrong: str, words: tuple[str, ...]) -> None:
    path = write("c.yaml", wrong)
    assert run("validate", "--fix", *words, path).code == 0
    assert Path(path).read_text() == wrong


def test_a_suppressed_warning_is_not_corrected(run: Run, write: Write, claim: str) -> None:
    line = "  lables: {a: b} # platformctl: ignore EP102 -- another tool reads it\n"
    text = claim.replace("spec:", f"{line}spec:")
    path = write("c.yaml", text)
    assert run("validate", "--fix", path).code == 0
    assert Path(path).read_text() == text
    write("c.yaml", claim.replace("spec:", "  lables: {a: b}\nspec:"))
    assert run("validate", "--fix", path).err.endswith("0 errors, 1 fixed.\n")


def test_only_files_with_a_correction_are_written(run: Run, write: Write, claim: str, wrong: str) -> None:
    write("t/right.yaml", claim)
    write("t/template.yaml", "{{ if x }}\n" + wrong)
    write("t/other.yaml", "kind: Other\nspec: {size: Small}\n")
    write("t/wrong.yaml", wrong)
    before = {path.name: (path.stat().st_ino, path.read_bytes()) for path in Path("t").iterdir()}
    assert run("validate", "--fix", "t").code == 1
    changed = [
        path.name for path in Path("t").iterdir() if before[path.name] != (path.stat().st_ino, path.read_bytes())
    ]
    assert changed == ["wrong.yaml"]


def test_a_pipe_is_not_written(run: Run, write: Write, wrong: str) -> None:
    reader, writer = os.pipe()
    os.write(writer, wrong.encode())
    os.close(writer)
    try:
        done = run("validate", "--fix", f"/dev/fd/{reader}")
    finally:
        os.close(reader)
    assert done.code == 2
    assert "Error: cannot write /dev/fd/" in done.err
