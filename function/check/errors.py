"""Errors about the files that a caller names. Their text is for the user; the caller chooses the exit code."""

from collections.abc import Iterable

from function.base.printable import printable


class UnreadableFileError(Exception):
    """A file or folder cannot be opened or listed."""

    def __init__(self, file: str, error: OSError) -> None:
        super().__init__(printable(f"cannot read {file}: {_reason(error)}"))


class UnwritableFileError(Exception):
    """The content of a file cannot be replaced."""

    def __init__(self, file: str, error: OSError) -> None:
        super().__init__(printable(f"cannot write {file}: {_reason(error)}"))


class UnusableFileError(Exception):
    """A file does not have the required content."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(printable(f"cannot use {file}: {reason}"))


class InvalidFileError(Exception):
    """A file that must be valid has errors; each error is one line."""

    def __init__(self, file: str, errors: Iterable[str]) -> None:
        super().__init__("\n".join([printable(f"cannot use {file}"), *errors]))


def _reason(error: OSError) -> str:
    reason = error.strerror or type(error).__name__.lower()
    return f"{reason[0].lower()}{reason[1:]}"
