"""Reads files of a git revision. The working tree stays as it is, and no hook or filter of the repository runs."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from function.base.problems import describe
from function.check import files
from function.check.errors import UnusableFileError
from function.check.load import LoadedFile, load_content

_SECONDS = 120
_NO_QUESTIONS = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_OF_ANOTHER_FOLDER = {
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_PREFIX",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
}
"""Variables that are set where git runs a hook. The repository is that of the path, and paths are taken as written."""
_LINK, _SUBMODULE = "120000", "160000"
_UNFOLLOWED = {b"dangling", b"loop", b"notdir", b"symlink"}
"""What git says in place of the content of a symbolic link that leads nowhere, or out of the revision."""


class _Entry(NamedTuple):
    """A file of a revision; `path` is below the root of the repository."""

    mode: str
    digest: str
    path: str


def files_at(revision: str, path: str) -> list[LoadedFile]:
    """Return the files that a path had at a revision, chosen as in the working tree; none if it did not exist.

    Raises UnusableFileError.
    """
    folder, rest = _nearest_folder(path)
    commit = _commit(folder, revision)
    below = _git(folder, revision, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    named = os.path.normpath(f"{below}{rest}")
    listed = _git(folder, revision, "ls-tree", "-r", "-z", "--full-name", commit, "--", rest)
    chosen = [entry for entry in _entries(listed) if _is_read(entry.path, named)]
    for entry in chosen:
        if entry.mode == _SUBMODULE or "\n" in entry.path:
            raise UnusableFileError(_name(revision, entry), "git cannot read it as a part of this revision")
    return list(_loaded(folder, revision, commit, sorted(chosen, key=lambda entry: PurePosixPath(entry.path).parts)))


def _nearest_folder(path: str) -> tuple[str, str]:
    """Return a folder that exists now, and the rest of the path below it: a revision may have folders that are gone."""
    folder, rest = Path(path), Path()
    while not files.is_folder(str(folder)) and folder.name not in ("", ".."):
        folder, rest = folder.parent, folder.name / rest
    return str(folder), rest.as_posix()


def _commit(folder: str, revision: str) -> str:
    found = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode().strip()
    error = found.stderr.decode("utf-8", "replace").strip()
    if error:
        raise UnusableFileError(revision, error.splitlines()[0].removeprefix("fatal: "))
    hint = "fetch it first; many CI systems clone only one commit"
    raise UnusableFileError(revision, describe("the repository has no such commit", hint=hint))


def _entries(listed: bytes) -> Iterator[_Entry]:
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = line.partition("\t")
        if path:
            mode, _, digest = head.split(" ")
            yield _Entry(mode, digest, path)


def _is_read(path: str, named: str) -> bool:
    """Return whether `platformctl` would read a file if this path was named."""
    if path == named:
        return True
    below = PurePosixPath(path).relative_to(named).parts
    return all(map(files.is_visible, below)) and path.endswith(files.SUFFIXES)


def _loaded(folder: str, revision: str, commit: str, entries: Sequence[_Entry]) -> Iterator[LoadedFile]:
    objects = [f"{commit}:{entry.path}" if entry.mode == _LINK else entry.digest for entry in entries]
    asked = "".join(f"{found}\n" for found in objects).encode("utf-8", "surrogateescape")
    answer = _git(folder, revision, "cat-file", "--batch", "--follow-symlinks", asked=asked)
    for entry in entries:
        head, _, answer = answer.partition(b"\n")
        words = head.split()
        name = _name(revision, entry)
        if words[-1] == b"missing" or words[0] in _UNFOLLOWED:
            raise UnusableFileError(name, "git does not have its content in this revision")
        size = int(words[2])
        content, answer = answer[:size], answer[size + 1 :]
        if words[1] != b"blob":  # a link to a folder, which is not followed in the working tree either
            continue
        if size > files.BYTES_MAX:
            raise UnusableFileError(name, f"larger than {files.BYTES_MAX // 2**20} MiB")
        yield load_content(name, content)


def _name(revision: str, entry: _Entry) -> str:
    return files.display_name(f"{revision}:{entry.path}")


def _git(folder: str, revision: str, *arguments: str, asked: bytes = b"") -> bytes:
    done = _run(folder, *arguments, asked=asked)
    if done.returncode:
        error = done.stderr.decode("utf-8", "replace").strip() or f"git exited with {done.returncode}"
        raise UnusableFileError(revision, error.splitlines()[0].removeprefix("fatal: "))
    return done.stdout


def _run(folder: str, *arguments: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", folder, "--literal-pathspecs", *arguments]
    try:
        return subprocess.run(  # noqa: S603  # arguments, not a shell
            command,
            input=asked,
            capture_output=True,
            env={**_environment(), **_NO_QUESTIONS},
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnusableFileError(folder, f"git took more than {_SECONDS} s") from None
    except OSError as error:
        raise UnusableFileError(folder, f"git cannot be run: {error.strerror}") from None


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_FOLDER}
