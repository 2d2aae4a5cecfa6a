"""A file of variables is read as shells write it, and a line that is none is refused without repeating it."""

import pytest

from function.check.errors import UnusableFileError
from function.cli.dotenv import read_dotenv


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("PASSWORD hunter2\n", 1),
        ("A=1\nhunter2\n", 2),
        ("A=1\n\n=hunter2\n", 3),
        ("A='hunter2\nB=1\n", 1),
        ("A B=hunter2", 1),
        ("export hunter2", 1),
    ],
)
def test_a_line_that_is_no_variable_is_refused(text: str, line: int) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read_dotenv(".env", text.encode())
    assert str(caught.value) == f"cannot use .env: line {line}: must be NAME=value"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnusableFileError, match="cannot use x: not UTF-8 text"):
        read_dotenv("x", b"A=\xff")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("# A=1\n\n", {}),
        ("\ufeffA=1", {"A": "1"}),
        ("A=1\r\nexport B='x y' # z\nC=\n", {"A": "1", "B": "x y", "C": ""}),
        ('A="x\\ny"\nA=2', {"A": "2"}),
        ("A=1\nB=${A}-$A\n", {"A": "1", "B": "${A}-$A"}),
    ],
)
def test_variables_are_read_as_they_are_written(text: str, values: dict[str, str]) -> None:
    assert read_dotenv(".env", text.encode()) == values
