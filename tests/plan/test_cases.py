"""Each folder of `cases` has two versions of claims, and the plan as text.

`platform.yaml` has the settings of both versions, or of the new one if there is an `old-platform.yaml`.
"""

from pathlib import Path

import pytest

from function.cli import main
from function.plan.verdict import Action

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in FOLDER.iterdir())


def planned(name: str, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    case = FOLDER / name
    options = [
        word
        for option, file in (("--platform-config", "platform.yaml"), ("--old-platform-config", "old-platform.yaml"))
        if (case / file).exists()
        for word in (option, str(case / file))
    ]
    code = main(["plan", str(case / "old.yaml"), str(case / "new.yaml"), *options, *words])
    printed = capsys.readouterr()
    assert printed.err == ""
    return code, printed.out.replace(f"{case}/", "")


@pytest.mark.parametrize("name", CASES)
def test_the_plan_is_the_expected_one(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    expected = (FOLDER / name / "expected.txt").read_text(encoding="utf-8")
    assert planned(name, capsys) == (0, expected)


@pytest.mark.parametrize("name", CASES)
def test_the_exit_code_says_whether_anything_happens_if_asked(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = planned(name, capsys, "--exit-code")
    assert code == int(text.count("\n") > 1)


def test_every_verdict_has_a_case() -> None:
    text = "".join((FOLDER / name / "expected.txt").read_text(encoding="utf-8") for name in CASES)
    assert [action.value for action in Action if f" {action.value} " not in text] == []


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith(("nothing", "change"))])
def test_what_restarts_nothing_is_not_said_to(name: str) -> None:
    expected = (FOLDER / name / "expected.txt").read_text(encoding="utf-8")
    assert ", 0 restart pods, " in expected
    assert "upgrade" not in expected


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("restart")])
def test_what_restarts_pods_is_said_to(name: str) -> None:
    assert ", 1 restarts pods, " in (FOLDER / name / "expected.txt").read_text(encoding="utf-8")
