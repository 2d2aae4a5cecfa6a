"""What is wrong with a text, as `platformctl validate` and `platformctl bindings check` say it."""

import posixpath
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from function.apis.infra_binding import KIND as BINDING
from function.base.codes import TREE
from function.base.request import Fetch
from function.base.variables import Source
from function.check.check_file import CheckedFile, check_file
from function.check.finding import Finding
from function.check.load import LoadedFile, load_content
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.check.suppression import suppressed
from function.check.verdict import Verdict
from function.editor.outline import outline
from function.editor.sections import sections
from function.editor.subject import Subjects, is_binding_file
from function.infra_files.chain import Read
from function.infra_files.checked import checked
from function.infra_files.claim import Target
from function.infra_files.layer import EXTENDS, layer
from function.infra_files.load import load_binding
from function.yaml.node import Range, below

Compare: TypeAlias = Callable[[LoadedFile, CheckedFile], CheckedFile]
_MOST_FILES = 20
"""Files of L5 that are checked because they extend the one that is written."""


def is_file_of_l5(lines: Sequence[str]) -> bool:
    """Return whether a text has the content of a file of L5."""
    found = [outline(section.lines) for section in sections(lines)]
    return any(map(is_binding_file, found)) and not any("apiVersion" in each.keys.get((), ()) for each in found)


def findings(
    name: str,
    content: bytes,
    lines: Sequence[str],
    platform: Platform,
    subjects: Subjects,
    fetch: Fetch,
    compare: Compare | None = None,
) -> list[Finding]:
    """Return the findings about a file with claims. A file without any has none, whatever its YAML is like.

    `compare` adds what other files say about it.
    """
    loaded = load_content(name, content)
    file = check_file(loaded, platform, linked=compare is not None, fetch=fetch)
    if compare:
        file = compare(loaded, file)
    outlines = (outline(section.lines) for section in sections(lines))
    if not file.resources and not any(subjects.is_ours(found) for found in outlines):
        return []
    return suppressed(Verdict((file,), {name: content}), (TREE,)).findings


def findings_of_l5(
    name: str, paths: Collection[str], read: Read, variables: Sequence[Source], platform: Platform
) -> list[Finding]:
    """Return the findings in a file of L5, when the files at these paths are each merged with what they extend.

    If a file that it extends cannot be read, that is a finding at `extends`.
    """
    target = Target(platform.group, DEFAULT_NAMESPACE, kind=platform.names[BINDING])
    files = [checked(load_binding(path, read, variables), target, platform).file for path in paths]
    own = dict.fromkeys(finding for file in files for finding in file.findings if finding.file == name)
    elsewhere = [finding for file in files for finding in file.unreadable] if name in paths else []
    if own or not elsewhere:
        return [*own]
    return [replace(elsewhere[0], range=_extends(name, read), file=name, message=str(elsewhere[0]))]


def _extends(name: str, read: Read) -> Range:
    """Return the place of the field `extends`."""
    node = layer(name, read(name)).node
    place = below(node, EXTENDS) if node else None
    return place.range if place else Range(1, 1, 1, 2)


def complete(path: str, parents: Mapping[str, str]) -> list[str]:
    """Return the files that lead to this one and that no other extends, itself if there are none.

    `parents` are the files that each file extends; paths are normal ones. What others extend need not be complete.
    """
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(posixpath.normpath(parent), []).append(child)
    waiting, seen, found = [path], {path}, list[str]()
    while waiting and len(found) < _MOST_FILES:
        at = waiting.pop()
        below = [child for child in children.get(at, ()) if child not in seen]
        seen.update(below)
        waiting += below
        found += [] if children.get(at) else [at]
    return sorted(found) or [path]
