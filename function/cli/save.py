"""Replaces the content of a file, all of it or nothing."""

import errno
import os
import shutil
from contextlib import suppress
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


def _replace(target: Path, content: bytes) -> None:
    state = target.stat()
    if not S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    with target.open("r+b"):
        pass  # replacing a file needs no permission to write to it
    descriptor, name = mkstemp(prefix=".platformctl-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        with suppress(OSError):  # only root gives files away
            os.chown(name, state.st_uid, state.st_gid)
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise
