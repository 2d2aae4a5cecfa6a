"""`platformctl validate` in folders: what is read, and what is missing."""

import os
from pathlib import Path

import pytest

from function.cli.formats import FORMATS
from tests.check.test_files import refuse_to_list
from tests.cli.conftest import Run, Write


@pytest.mark.parametrize("words", [["empty"], ["others"], [".", "empty"], ["c.yaml", "others"]])
def test_a_folder_without_a_claim_is_an_error(run: Run, write: Write, claim: str, words: list[str]) -> None:
    Path("empty").mkdir()
    write("others/pod.yaml", "kind: Pod\n")
    write("c.yaml", claim)
    done = run("validate", *words)
    assert f"{words[-1]}:1:1: EP601 the folder contains no claim; got " in done.out
    assert (done.code, done.out.count("\n")) == (1, 1)
    assert run("validate", "--allow-empty", *words).code == 0
    assert run("validate", "--ignore", "EP601", *words).code == 0


def test_in_every_format_a_folder_without_a_claim_fails(run: Run) -> None:
    Path("empty").mkdir()
    for name in FORMATS:
        done = run("validate", "-o", name, "empty")
        assert ("the folder contains no claim" in done.out, done.code) == (True, 1), name


def test_a_folder_that_cannot_be_read_may_contain_a_claim(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("closed/a.yaml", "kind: Pod\n")
    refuse_to_list(monkeypatch, "closed")
    done = run("validate", "closed")
    assert (done.code, done.out) == (2, "")


def test_a_missing_file_hides_no_findings(run: Run, write: Write, claim: str) -> None:
    done = run("validate", "nowhere.yaml", write("c.yaml", claim.replace("image:", "imag:")))
    assert "Error: cannot read nowhere.yaml: no such file or directory" in done.err
    assert "EP102 spec.imag" in done.out
    assert done.code == 2


def test_a_missing_file_is_counted_and_not_summarized_as_free_of_errors(run: Run) -> None:
    done = run("validate", "nowhere.yaml")
    assert done.err == (
        "Checked 0 files. 1 path cannot be read.\nError: cannot read nowhere.yaml: no such file or directory\n"
    )
    assert done.code == 2


def test_a_folder_that_cannot_be_listed_hides_no_findings(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("closed/a.yaml", claim)
    write("open/b.yaml", claim.replace("image:", "imag:"))
    refuse_to_list(monkeypatch, "closed")
    done = run("validate", ".")
    assert done.err.endswith("Error: cannot read closed: permission denied\n")
    assert "open/b.yaml:7:3: EP102 spec.imag" in done.out
    assert done.code == 2


def test_a_pipe_and_a_device_in_a_folder_are_passed_over(run: Run, write: Write, claim: str) -> None:
    write("open/b.yaml", claim)
    os.mkfifo("open/pipe.yaml")
    Path("open/zero.yaml").symlink_to("/dev/zero")
    done = run("validate", ".")
    assert done.err.startswith("Checked 1 file: ")
    assert done.code == 0
