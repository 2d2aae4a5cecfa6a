"""Writes files, all of each or nothing."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from tempfile import mkstemp

from function.base.problems import describe
from function.check.errors import UnwritableFileError
from function.check.files import confined, display_name, repository


def save(path: str, content: bytes) -> None:
    """Replace the content of an existing file; a link stays, and so do mode and owner.

    Raises UnwritableFileError, also for a file that may only be read, and for what is no regular file, and
    UnusableFileError for a link that leads out of the repository.
    """
    try:
        confined(path, repository(os.path.dirname(path)))  # noqa: PTH120 - Path drops the dots of a/../b
        # Path.resolve raises another error for a link to itself
        _replace(Path(os.path.realpath(path, strict=True)), content)
    except OSError as error:
        raise UnwritableFileError(display_name(path), error) from None


def put(path: str, content: bytes) -> None:
    """Write a file in its folder, new or in place of a regular file, whose mode and owner stay.

    Raises UnwritableFileError, also for a link: who reads its name does not see what would be lost.
    """
    try:
        _put(Path(path), content)
    except OSError as error:
        raise UnwritableFileError(display_name(path), error) from None


def put_all(folder: str, contents: Mapping[str, bytes]) -> None:
    """Write files below a folder, by their paths in it. The folder may be a link, but nothing below it.

    Raises UnwritableFileError; a link is found before anything is written.
    """
    root = Path(folder)
    for name in contents:
        found = next((path for path in _below(root, name) if path.is_symlink()), None)
        if found is not None:
            raise UnwritableFileError(display_name(str(found)), _link())
    for name, content in contents.items():
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFileError(display_name(str(path)), error) from None
        put(str(path), content)


def _below(root: Path, name: str) -> Iterator[Path]:
    """Yield what a path goes through below a folder, and its end."""
    for part in Path(name).parts:
        root /= part
        yield root


def _link() -> OSError:
    return OSError(errno.ELOOP, describe("it is a link", hint="remove it, or name another file"))


def _put(target: Path, content: bytes) -> None:
    try:
        state = target.lstat()
    except FileNotFoundError:
        _create(target, content)
        return
    if S_ISLNK(state.st_mode):
        raise _link()
    _replace(target, content)


def _create(target: Path, content: bytes) -> None:
    mask = os.umask(0)
    os.umask(mask)
    with _written(target, content) as name:
        Path(name).chmod(0o666 & ~mask)


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
