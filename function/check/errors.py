"""Errors about the files that a caller names. Their text is for the user; the caller decides on the exit code."""

from collections.abc import Iterable

from function.base.printable import printable


class UnreadableFileError(Exception):
    """A file or folder cannot be opened or listed."""

    def __init__(self, file: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__.lower()
        super().__init__(printable(f"cannot read {file}: {reason[0].lower()}{reason[1:]}"))


class UnusableFileError(Exception):
    """A file does not contain what it is needed for."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(printable(f"cannot use {file}: {reason}"))


class InvalidFileError(Exception):
    """A file that must be free of mistakes is not; each mistake is one line."""

    def __init__(self, file: str, mistakes: Iterable[str]) -> None:
        super().__init__("\n".join([printable(f"cannot use {file}"), *mistakes]))
