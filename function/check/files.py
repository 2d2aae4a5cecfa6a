"""Opens files. No other module below the shells does."""

import errno
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from function.base.problems import describe
from function.check.errors import UnreadableFileError, UnusableFileError

STDIN = "-"
SUFFIXES = (".yaml", ".yml", ".json")
BYTES_MAX = 16 * 2**20
"""Maximum size of a file or stream. An API server accepts 3 MiB per request; large bundles of manifests have 10 MiB."""

_GIT = ".git"
_HINT = "copy the file there; without a git work tree, that is the current folder"


class Discovered(NamedTuple):
    """The files to read, and the folders that cannot be listed."""

    paths: tuple[str, ...]
    unreadable: tuple[UnreadableFileError, ...]


def content(path: str, *, regular: bool = False) -> bytes:
    """Return the bytes of a file or pipe, or of standard input for "-".

    Raises UnreadableFileError, also for more than BYTES_MAX, and with `regular` for anything but a regular file.
    """
    try:
        return _limited(path, regular=regular)
    except OSError as error:
        raise UnreadableFileError(display_name(path), error) from None


def discover(paths: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> Discovered:
    """Return the named files, and the regular files with these suffixes in the named folders, sorted and each once.

    In a folder, hidden files and files that end in `.disabled` are skipped, and links to folders are not followed.
    """
    unreadable: dict[str, UnreadableFileError] = {}
    found = (path for named in paths for path in (_below(named, suffixes, unreadable) if is_folder(named) else [named]))
    once: dict[tuple[bool, Path], str] = {}
    for path in found:
        once.setdefault((path == STDIN, Path(path)), path)  # a.yaml and ./a.yaml are one file, - and ./- are not
    return Discovered(tuple(once.values()), tuple(unreadable.values()))


def repository(folder: str) -> str:
    """Return the git work tree of a folder; without one, the current folder if that contains it, or else itself."""
    own, current = Path(os.path.realpath(folder)), Path(os.path.realpath("."))
    trees = (above for above in (own, *own.parents) if os.path.lexists(above / _GIT))
    return str(next(trees, current if own.is_relative_to(current) else own))


def confined(path: str, root: str) -> None:
    """Raise UnusableFileError for a path that leads out of a folder, also through links, and for files of git itself.

    After a checkout in CI, `.git` may contain a token.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(root) or _GIT in map(str.lower, real.relative_to(root).parts):
        raise UnusableFileError(display_name(path), describe("is no file of the repository", hint=_HINT))


def display_name(path: str) -> str:
    """Return the path as findings show it; bytes that are not UTF-8 become replacement characters."""
    return "<stdin>" if path == STDIN else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_folder(path: str) -> bool:
    """Return whether a path is that of a folder."""
    return path != STDIN and os.path.isdir(path)  # noqa: PTH112 - Path.is_dir may raise


def is_visible(name: str) -> bool:
    """Return whether a folder's entry of this name is read; one that is hidden or disabled is skipped."""
    return not name.startswith(".") and not name.endswith(".disabled")


def is_below(path: str, folder: str) -> bool:
    """Return whether a path that was found in a named folder was found in this one."""
    return Path(path).is_relative_to(folder)


def _limited(path: str, *, regular: bool) -> bytes:
    if regular and not S_ISREG(Path(path).stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if path != STDIN:
        with Path(path).open("rb") as stream:
            read = stream.read(BYTES_MAX + 1)
    elif sys.stdin is None:
        raise OSError(errno.EBADF, "closed")
    else:
        read = sys.stdin.buffer.read(BYTES_MAX + 1)
    if len(read) > BYTES_MAX:
        raise OSError(errno.EFBIG, f"larger than {BYTES_MAX // 2**20} MiB")
    return read


def _below(folder: str, suffixes: Collection[str], unreadable: dict[str, UnreadableFileError]) -> list[str]:
    """Return the files in a folder and its subfolders; adds folders that cannot be listed to `unreadable`."""
    files: list[Path] = []
    waiting = [folder]
    while waiting:
        listed = waiting.pop()
        try:
            for entry in sorted(_visible(listed), key=attrgetter("name")):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif Path(entry).suffix in suffixes and not _is_special(entry):
                    files.append(Path(entry))
        except OSError as error:
            name = display_name(str(Path(listed)))
            unreadable[name] = UnreadableFileError(name, error)
    return [str(file) for file in sorted(files, key=lambda file: file.parts)]


def _visible(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in entries if is_visible(entry.name))


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry exists and is not a regular file: a pipe, a device, a link to a folder."""
    try:
        return not S_ISREG(entry.stat().st_mode)
    except OSError:
        return False  # reading the file reports the reason
