"""`platformctl migrate`: differences by default, files with --write."""

from pathlib import Path

import pytest

from tests.check.test_migrate import CLAIM, MIGRATED
from tests.cli.conftest import Run, Write


def test_it_prints_the_difference_and_changes_nothing(run: Run, write: Write) -> None:
    path = write("claim.yaml", CLAIM)
    done = run("migrate", path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("--- claim.yaml\n+++ claim.yaml\n@@ ")
    assert "\n-  secret1Name: orders-db\n" in done.out
    assert "\n+    - name: orders-db\n" in done.out
    assert Path(path).read_text() == CLAIM


def test_it_changes_files_and_names_them(run: Run, write: Write) -> None:
    path, other = write("claim.yaml", CLAIM), write("other.yaml", MIGRATED)
    done = run("migrate", "--write", path, other)
    assert (done.code, done.out, done.err) == (0, "claim.yaml\n", "")
    assert (Path(path).read_text(), Path(other).read_text()) == (MIGRATED, MIGRATED)


def test_what_is_migrated_is_valid_without_takeover_mode(run: Run, write: Write) -> None:
    path = write("claim.yaml", CLAIM)
    assert run("validate", path).code == 1
    run("migrate", "--write", path)
    assert run("validate", path).code == 0


def test_check_fails_until_nothing_would_change(run: Run, write: Write) -> None:
    path = write("claim.yaml", CLAIM)
    shown = run("migrate", path)
    assert run("migrate", "--check", path) == (1, shown.out, "")
    assert Path(path).read_text() == CLAIM
    assert run("migrate", "--check", write("migrated.yaml", MIGRATED)) == (0, "", "")


def test_standard_input_is_never_written(run: Run) -> None:
    done = run("migrate", "--write", "-", stdin=CLAIM)
    assert done.code == 0
    assert done.out.startswith("--- <stdin>\n")


def test_what_stays_is_a_finding(run: Run, write: Write) -> None:
    done = run("migrate", write("claim.yaml", CLAIM + "  readinessProbe:\n    httpGet: {port: 9}\n"))
    assert done.code == 1
    assert "claim.yaml:9:3: EP495 spec.readinessProbe: " in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 3), (("missing.yaml",), 2), (("",), 3), (("--write",), 3), (("--write", "--check", "a.yaml"), 3)],
)
def test_wrong_usage(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("migrate", *words).code == code
