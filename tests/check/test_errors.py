"""What a user reads of a file that is of no use."""

import errno

import pytest

from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "no such file or directory"),
        (OSError(errno.EIO, "Input/output error", "secret.yaml"), "input/output error"),
        (PermissionError(), "permissionerror"),
    ],
)
def test_the_reason_is_the_systems_without_its_number(error: OSError, reason: str) -> None:
    assert str(UnreadableFileError("a.yaml", error)) == f"cannot read a.yaml: {reason}"


def test_a_file_with_the_wrong_content_has_one_reason() -> None:
    assert str(UnusableFileError("a.yaml", "line 3: no key")) == "cannot use a.yaml: line 3: no key"


@pytest.mark.parametrize(
    "error",
    [
        UnreadableFileError("a\n::error", FileNotFoundError(errno.ENOENT, "no")),
        UnusableFileError("a\n::error", "got '\x1b'"),
        InvalidFileError("a\n::error", []),
    ],
)
def test_a_file_name_is_fit_to_print(error: Exception) -> None:
    assert str(error).isprintable()
    assert r"a\n::error" in str(error)


@pytest.mark.parametrize("mistakes", [["a.yaml:1:1: EP001 x"], ["a.yaml:1:1: EP001 x", "a.yaml:2:1: EP103 y"]])
def test_each_mistake_has_its_line(mistakes: list[str]) -> None:
    assert str(InvalidFileError("a.yaml", iter(mistakes))).split("\n") == ["cannot use a.yaml", *mistakes]
