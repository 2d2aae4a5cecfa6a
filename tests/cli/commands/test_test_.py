"""`platformctl test`: which suites and cases run, what is printed, and what `--update` writes."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write
from tests.suites.running import CLAIM, HEAD, case, inline

TWO = f"{HEAD}{inline()}cases:\n  - name: Right\n  - name: wrong\n    expect: {{count: 9}} # four\n"
WRONG = "a.test.yaml:14:21: EP610 wrong: all objects: expected 9; got 4\n"


def test_what_fails_is_printed_with_its_place(run: Run, write: Write) -> None:
    assert run("test", write("a.test.yaml", TWO)) == (1, WRONG, "Ran 2 cases in 1 file: 1 passed, 1 failed.\n")


def test_a_suite_that_passes_prints_only_the_summary(run: Run, write: Write) -> None:
    done = run("test", write("a.test.yaml", case("{count: 4}")))
    assert done == (0, "", "Ran 1 case in 1 file: 1 passed, 0 failed.\n")


def test_the_full_format_shows_the_line(run: Run, write: Write) -> None:
    done = run("test", "-o", "full", write("a.test.yaml", TWO))
    assert "\n14 |     expect: …9 …\n   |              ^\n" in done.out


def test_a_case_is_a_test_case_of_junit_and_tap(run: Run, write: Write) -> None:
    write("a.test.yaml", TWO)
    junit = run("test", "-o", "junit").out
    assert 'tests="2" failures="1"' in junit
    assert '<testcase classname="a.test.yaml" name="case wrong">' in junit
    assert "\nok 1 - case Right in a.test.yaml\nnot ok 2 - case wrong in a.test.yaml\n" in run("test", "-o", "tap").out


def test_json_has_both_values(run: Run, write: Write) -> None:
    write("a.test.yaml", TWO)
    done = json.loads(run("test", "-o", "json").out)
    assert {key: done["summary"][key] for key in ("files", "ok", "failed", "errors")} == {
        "files": 1,
        "ok": 1,
        "failed": 1,
        "errors": 1,
    }
    (finding,) = done["findings"]
    assert (finding["kind"], finding["name"], finding["expected"], finding["value"]) == ("case", "wrong", "9", "4")


def test_without_a_path_the_suites_below_the_current_folder_run(run: Run, write: Write) -> None:
    for name in ("b.test.yml", "deep/er/a.test.yaml", ".hidden/a.test.yaml", "test.yaml"):
        write(name, TWO)
    assert run("test").err == "Ran 4 cases in 2 files: 2 passed, 2 failed.\n"
    assert run("test", "test.yaml", "deep").err == "Ran 4 cases in 2 files: 2 passed, 2 failed.\n"


def test_standard_input_is_a_suite_too(run: Run) -> None:
    done = run("test", "-", stdin=TWO)
    assert (done.code, done.out) == (1, WRONG.replace("a.test.yaml", "<stdin>"))


@pytest.mark.parametrize(("words", "number"), [(["-k", "RIGHT"], 1), (["--filter", "w", "-k", "right"], 2)])
def test_a_filter_selects_cases_by_their_names(run: Run, write: Write, words: list[str], number: int) -> None:
    write("a.test.yaml", TWO)
    assert run("test", *words).err.startswith(f"Ran {number} case")


@pytest.mark.parametrize("words", [(), ("-k", "right")])
def test_a_suite_that_is_not_valid_is_reported_whatever_the_filter(
    run: Run, write: Write, words: tuple[str, ...]
) -> None:
    done = run("test", *words, write("a.test.yaml", TWO.replace("expect:", "expects:", 1)))
    assert done.code == 1
    assert done.out.endswith(": unknown field; did you mean 'expect'?\n")


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("none",), 2, "Error: cannot read none: no such file or directory\n"),
        (("empty",), 2, "Error: no suite in 'empty'. Hint: names of suites end in .test.yaml\n"),
        (("-k", "rigth", "a.test.yaml"), 2, "Error: no case with 'rigth'; did you mean 'Right'?\n"),
        (("-k", "zzz", "a.test.yaml"), 2, "Error: no case with 'zzz'\n"),
        (("",), 3, "must not be empty"),
        (("--update", "-"), 3, "--update changes files; standard input is none"),
    ],
)
def test_what_cannot_run_is_said(run: Run, write: Write, words: tuple[str, ...], code: int, error: str) -> None:
    write("a.test.yaml", TWO)
    write("empty/claim.yaml", TWO)
    done = run("test", *words)
    assert (done.code, done.out) == (code, "")
    assert error in done.err


def test_a_suite_that_is_not_valid_fails_beside_the_others(run: Run, write: Write) -> None:
    write("a.test.yaml", TWO)
    write("b.test.yaml", f"{HEAD}cases: []\n")
    write("c.test.yaml", "a: [\n")
    done = run("test")
    assert done.code == 1
    assert done.err == "Ran 2 cases in 3 files: 1 passed, 1 failed. 2 suites cannot be run.\n"
    assert [line.partition(" ")[0] for line in done.out.splitlines()] == [
        "a.test.yaml:14:21:",
        "b.test.yaml:3:8:",
        "c.test.yaml:2:1:",
    ]


def test_update_writes_what_came_out_and_runs_again(run: Run, write: Write) -> None:
    path = write("a.test.yaml", TWO)
    done = run("test", "--update")
    assert done == (0, "", "a.test.yaml\nRan 2 cases in 1 file: 2 passed, 0 failed.\n")
    assert Path(path).read_text() == TWO.replace("{count: 9}", "{count: 4}")
    assert run("test", "--update") == (0, "", "Ran 2 cases in 1 file: 2 passed, 0 failed.\n")


def test_update_writes_only_into_the_selected_cases(run: Run, write: Write) -> None:
    path = write("a.test.yaml", TWO)
    assert run("test", "--update", "-k", "right").code == 0
    assert Path(path).read_text() == TWO


def test_what_update_cannot_write_still_fails(run: Run, write: Write) -> None:
    text = case("{objects: [{kind: Pod}], rejected: false}", "{claim: none.yaml}")
    path = write("a.test.yaml", text)
    assert run("test", "--update").code == 1
    assert Path(path).read_text() == text


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everything")
def test_a_file_that_may_only_be_read_is_not_updated(run: Run, write: Write) -> None:
    path = write("a.test.yaml", TWO)
    Path(path).chmod(0o400)
    assert run("test", "--update").code == 2
    assert Path(path).read_text() == TWO


def test_values_that_cannot_be_written_change_nothing(run: Run, write: Write) -> None:
    text = case("&x {count: 9}") + "  - name: other\n    expect: *x\n"
    path = write("a.test.yaml", text.replace("count: 9", "findings: [{code: EP104}]"))
    before = Path(path).read_text()
    done = run("test", "--update")
    assert done.code == 2
    assert "cannot use a.test.yaml: the values cannot be written. Hint: write them yourself" in done.err
    assert Path(path).read_text() == before


def test_files_of_the_repository_may_be_above_the_suite(run: Run, write: Write, tmp_path: Path) -> None:
    write("repo/claims/billing.yaml", CLAIM)
    suite = write("repo/suites/a.test.yaml", f"{HEAD}given: {{claim: ../claims/billing.yaml}}\ncases: [{{name: it}}]\n")
    assert run("test", suite).code == 0
    (tmp_path / "repo" / ".git").mkdir()
    assert run("test", "repo").code == 0
    (tmp_path / "repo" / "suites" / ".git").mkdir()
    done = run("test", suite)
    assert (done.code, "EP611 it: cannot use repo/suites/../claims/billing.yaml: is no file of" in done.out) == (
        1,
        True,
    )


def test_no_suite_is_a_link_out_of_the_repository(run: Run, write: Write, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.yaml"
    outside.write_text(TWO)
    (tmp_path / "a.test.yaml").symlink_to(outside)
    for words in ([], ["."], ["--update"]):
        done = run("test", *words)
        assert (done.code, done.out) == (2, "")
        assert "cannot use a.test.yaml: is no file of the repository" in done.err
    assert outside.read_text() == TWO
    assert run("test", "a.test.yaml").out == WRONG  # who names it wants it
