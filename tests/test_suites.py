"""The suites of the examples pass, as their readers run them."""

from pathlib import Path

import pytest

from function.cli import main

ROOT = Path(__file__).parents[1]
SUITES = sorted((ROOT / "examples").rglob("*.test.yaml"))


def test_there_are_suites_for_both_apis_and_for_the_takeover() -> None:
    assert {path.parent.name for path in SUITES} == {"eventdrivenservice", "infrabinding", "takeover"}


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name)
def test_the_suite_passes(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(suite), "-o", "concise"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(", 0 failed.\n")


def test_every_example_of_a_service_is_a_case() -> None:
    folder = ROOT / "examples" / "eventdrivenservice"
    written = "".join(path.read_text() for path in folder.glob("*.test.yaml"))
    examples = [path.name for path in folder.iterdir() if path.is_dir()]
    assert [name for name in examples if f"{name}/" not in written] == []
