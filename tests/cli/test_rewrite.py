"""Differences, files that are written, and what the exit code says about them."""

from pathlib import Path

import click
import pytest

from function.check.rewritten import RewrittenFile
from function.cli.rewrite import finish, one_mode

SAME = RewrittenFile("same.yaml", "a: 1\n", "a: 1\n", ())
OTHER = RewrittenFile("other.yaml", "a: 1\n", "a: 2\n", ())


@pytest.mark.parametrize(
    ("file", "check", "code"), [(SAME, False, 0), (SAME, True, 0), (OTHER, False, 0), (OTHER, True, 1)]
)
def test_check_fails_if_something_would_change(file: RewrittenFile, check: bool, code: int) -> None:
    assert finish(["a.yaml"], [file], in_place=False, check=check) == code


def test_only_a_file_that_changes_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "same.yaml", tmp_path / "other.yaml"]
    paths[1].write_text("a: 1\n")
    assert finish([str(path) for path in paths], [SAME, OTHER], in_place=True, check=False) == 0
    assert [path.exists() for path in paths] == [False, True]
    assert paths[1].read_bytes() == b"a: 2\n"
    assert capsys.readouterr().out == "other.yaml\n"


def test_standard_input_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert finish(["-"], [OTHER], in_place=True, check=False) == 0
    assert capsys.readouterr().out == "--- other.yaml\n+++ other.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n"


@pytest.mark.parametrize(("in_place", "check"), [(False, False), (True, False), (False, True)])
def test_one_mode_is_enough(in_place: bool, check: bool) -> None:
    one_mode(in_place=in_place, check=check)


def test_two_modes_are_one_too_many() -> None:
    with pytest.raises(click.UsageError):
        one_mode(in_place=True, check=True)
