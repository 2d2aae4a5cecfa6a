from pathlib import Path

import pytest

from tests.documents import worker, xr
from tools.compare import __main__ as compare
from tools.compare import answers
from tools.fuzz.message import request
from tools.golden import ROOT

REQUESTS = [request({"xr": xr(worker())}), request({"xr": xr({})})]


def checkout(folder: Path, answer: str) -> Path:
    """Return a checkout whose function gives this answer."""
    (folder / "function" / "wire").mkdir(parents=True)
    for package in ("function", "function/wire"):
        (folder / package / "__init__.py").touch()
    (folder / "function" / "wire" / "request.py").write_text("class MalformedRequestError(ValueError): pass\n")
    (folder / "function" / "fn.py").write_text(f"def answer(data):\n    {answer}\n")
    return folder


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "requests"
    with path.open("wb") as file:
        answers.write(file, REQUESTS)
    return path


def test_a_checkout_does_not_differ_from_itself(given: Path) -> None:
    assert compare.compared(ROOT, ROOT, given) == (2, {})


def test_every_answer_that_differs_is_found(given: Path, tmp_path: Path) -> None:
    old, new = checkout(tmp_path / "a", "return b'', None"), checkout(tmp_path / "b", "return b'\\xff', None")
    assert compare.compared(old, new, given) == (2, {"only one of them is an answer": [0, 1]})


def test_a_checkout_that_fails_is_told(given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="a checkout does not answer"):
        compare.compared(ROOT, checkout(tmp_path / "a", "raise OSError('broken')"), given)
    assert "broken" in capfd.readouterr().err
