"""Writes files, all of each or nothing."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp

from function.check.errors import UnwritableFileError
from function.check.files import display_name


def save(path: str, content: bytes) -> None:
    """Replace the content of an existing file; a link stays, and so do mode and owner.

    Raises UnwritableFileError, also for a file that may only be read, and for what is no regular file.
    """
    try:
        # Path.resolve raises another error for a link to itself
        _replace(Path(os.path.realpath(path, strict=True)), content)
    except OSError as error:
        raise UnwritableFileError(display_name(path), error) from None


def put(path: str, content: bytes) -> None:
    """Write a file in its folder, new or in place of what has its name: a link is replaced, and not followed.

    Raises UnwritableFileError.
    """
    try:
        mask = os.umask(0)
        os.umask(mask)
        with _written(Path(path), content) as name:
            Path(name).chmod(0o666 & ~mask)
    except OSError as error:
        raise UnwritableFileError(display_name(path), error) from None


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Name the file or folder that cannot be written.

    Raises UnwritableFileError.
    """
    try:
        yield
    except OSError as error:
        raise UnwritableFileError(display_name(str(error.filename or path)), error) from None


def _replace(target: Path, content: bytes) -> None:
    state = target.stat()
    if not S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    with target.open("r+b"):
        pass  # replacing a file needs no permission to write to it
    with _written(target, content) as name:
        with suppress(OSError):  # only root gives files away
            os.chown(name, state.st_uid, state.st_gid)
        shutil.copymode(target, name)


@contextmanager
def _written(target: Path, content: bytes) -> Iterator[str]:
    """Write a new file beside the target, and let it take the target's place at the end."""
    descriptor, name = mkstemp(prefix=".platformctl-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        yield name
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise
