"""The open texts of an editor and the files of its workspace, and what is answered about them."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from function.base.variables import Source
from function.check import files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError
from function.check.finding import Finding
from function.check.load import LoadedFile, load_content
from function.check.platform import Platform
from function.editor.completion import Completion, completions
from function.editor.context import context
from function.editor.corrections import Correction, all_corrections, corrections, overlapping
from function.editor.findings import Compare, complete, findings, findings_of_l5, is_file_of_l5
from function.editor.hover import hover
from function.editor.known import Target, definitions, named_completions
from function.editor.positions import Encoding, Point, Span
from function.editor.spot import Spot, spot
from function.editor.subject import FILE, Subjects
from function.editor.text import Text
from function.editor.topics import suppressions, topics
from function.editor.tree import Tree
from function.editor.workspace import Workspace

_SUFFIXES = (*files.SUFFIXES, FILE)
_FILES_MAX = 1000
"""Files whose names are known; reading more would take too long."""
_BYTES_MAX = 2**20
"""Size of a file in which no names are looked for."""
_UNREADABLE = (OSError, UnreadableFileError, UnusableFileError, ValueError)  # the last for a zero byte in a path
Offer = tuple[Sequence[Completion], Span]
"""What can be written, and the range of the word that it replaces."""


class Desk:
    """What one editor works on. Paths are those of the file system, or the URI of a text that is not saved."""

    def __init__(self, encoding: Encoding, variables: Sequence[Source], folders: Sequence[str] = ()) -> None:
        self.texts: dict[str, Text] = {}
        self.folders = folders
        self._encoding: Encoding = encoding
        self._variables = variables
        self._use(platform.load(None))

    def _use(self, found: Platform) -> None:
        self._platform = found
        self._subjects = Subjects(found.config)
        self.workspace = Workspace(found)
        self.tree = Tree()

    def warm(self) -> None:
        """Read what documents may contain, which takes a second, before anybody waits for it."""
        self._subjects.warm()

    def settle(self, path: str | None) -> str:
        """Read the platform's settings again, and forget all files; return why the settings cannot be used, or ""."""
        try:
            self._use(platform.load(path))
        except (InvalidFileError, UnreadableFileError, UnusableFileError) as error:
            self._use(platform.load(None))
            return f"{error}. The built-in settings are used"
        return ""

    def learn(self, path: str) -> None:
        """Take in a file of the workspace, as it is in the editor or on disk; one that is not there is forgotten."""
        try:
            if (content := self._small(path)) is not None:
                self.workspace.learn(path, content)
        except _UNREADABLE:
            self.workspace.forget(path)

    def compare(self, path: str) -> None:
        """Take in what a file has in common with others. It takes longer than `learn`, because claims are resolved."""
        try:
            content = self._small(path)
        except _UNREADABLE:
            self.tree.forget(path)
            return
        if content is not None:
            loaded = load_content(self._shown(path), content)
            checked = check_file(loaded, self._platform, linked=True, fetch=self.workspace.fetch)
            self.tree.learn(path, loaded, checked)

    def open(self, path: str, source: str) -> None:
        """Take in a text of the editor."""
        self.texts[path] = Text(path, source, self._encoding)
        self.learn(path)

    def close(self, path: str) -> None:
        """Go back to what is on disk."""
        self.texts.pop(path, None)
        self.learn(path)

    def findings(self, text: Text) -> Sequence[Finding]:
        """Return what is wrong with a text, also in comparison with others."""

        def compare(loaded: LoadedFile, checked: CheckedFile) -> CheckedFile:
            return self.tree.compared(text.name, loaded, checked)

        return self._findings(text, compare)

    def _findings(self, text: Text, compare: Compare | None = None) -> Sequence[Finding]:
        if is_file_of_l5(text.lines):
            paths = complete(text.name, self.workspace.parents)
            return findings_of_l5(text.name, paths, self._read, self._variables, self._platform)
        fetch, name = self.workspace.fetch, self._shown(text.name)
        return findings(name, text.content, text.lines, self._platform, self._subjects, fetch, compare)

    def offer(self, text: Text, point: Point) -> Offer | None:
        """Return what can be written at a position."""
        line, column = text.positions.place(point)
        place = context(text.lines, line, column)
        if place is None:
            return _in_comment(text, line, column)
        found = [
            *named_completions(place, self._subjects, self.workspace.names),
            *topics(place, self._subjects),
            *completions(place, self._subjects),
        ]
        start, end = (text.positions.point(place.line, column) for column in (place.start, place.end))
        return found, Span(start, end)

    def about(self, text: Text, point: Point) -> tuple[str, Span] | None:
        """Return a description in Markdown of what is at a position."""
        found = self._spot(text, point)
        shown = hover(found, self._subjects) if found else None
        return (shown.text, text.positions.span(shown.range)) if shown else None

    def definitions(self, text: Text, point: Point) -> Iterator[tuple[str, Span]]:
        """Yield the files and ranges in which the name at a position is defined."""
        found = self._spot(text, point)
        targets = definitions(found, self._subjects, self.workspace.names, text.documents) if found else []
        for target in targets:
            path = os.path.normpath(Path(text.name).parent / target.file) if target.file else text.name
            if span := self._span(path, target, text.name):
                yield path, span

    def corrections(self, text: Text, first: int, last: int) -> Iterator[Correction]:
        """Yield the corrections of findings in these lines of the editor, both included."""
        lines = (text.positions.place(Point(first, 0))[0], text.positions.place(Point(last, 0))[0])
        found = overlapping(self._findings(text), lines)
        yield from corrections(text.name, text.content, found, self._platform, self.workspace.fetch)

    def all_corrections(self, text: Text) -> Iterator[Correction]:
        """Yield the correction of everything in a text."""
        yield from all_corrections(text.name, text.content, self._platform, self.workspace.fetch)

    def _spot(self, text: Text, point: Point) -> Spot | None:
        return spot(text.documents, text.lines, *text.positions.place(point))

    def _span(self, path: str, target: Target, name: str) -> Span | None:
        """Return the place of a target, or None if its file is gone, special, too large, or may not be extended."""
        try:
            if target.range is None:
                files.confined(path, files.repository(os.path.dirname(name)))  # noqa: PTH120 - it may be a URI
            content = self._small(path)
        except _UNREADABLE:
            return None
        if content is None:
            return None
        text = self.texts.get(path) or Text(path, content.decode("utf-8", "replace"), self._encoding)
        return text.positions.span(target.range) if target.range else Span(Point(0, 0), Point(0, 0))

    def _small(self, path: str) -> bytes | None:
        """Return a file as it is in the editor or on disk, or None if it is too large."""
        text = self.texts.get(path)
        if text.is_too_long if text else Path(path).stat().st_size > _BYTES_MAX:
            return None
        return text.content if text else files.content(path, regular=True)

    def _shown(self, path: str) -> str:
        """Return the name of a file in messages: relative to the folder of the workspace, as on the command line.

        Files of several folders may have the same relative name, so these have whole names.
        """
        if len(self.folders) != 1 or not Path(path).is_relative_to(self.folders[0]):
            return path
        return str(Path(path).relative_to(self.folders[0]))

    def _read(self, path: str, *, regular: bool = False) -> bytes:
        text = self.texts.get(path)
        return text.content if text else files.content(path, regular=regular)


def _in_comment(text: Text, line: int, column: int) -> Offer | None:
    """Return the codes that can be written in a comment which suppresses warnings."""
    found = suppressions(text.lines[line - 1][: column - 1]) if line <= len(text.lines) else None
    if found is None:
        return None
    codes, begun = found
    return codes, Span(text.positions.point(line, column - len(begun)), text.positions.point(line, column))


def found_in(folders: Sequence[str]) -> list[str]:
    """Return the files of a workspace in which names may be defined."""
    return [*islice(files.discover(folders, _SUFFIXES).paths, _FILES_MAX)]
