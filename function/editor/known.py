"""What a reference can name, and where that is defined: in the same document, or elsewhere in the workspace."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.check.cross.mark import compatible
from function.editor.completion import Completion
from function.editor.context import Context
from function.editor.names import Name
from function.editor.outline import Outline
from function.editor.reference import Reference, named, reference, spec
from function.editor.spot import Spot
from function.editor.subject import Subject, Subjects
from function.infra_files.layer import EXTENDS
from function.yaml.node import Document, Range, below

_SCHEME = "secret://"


class Target(NamedTuple):
    """A place in a file: `file` is "" for the document itself, and `range` is None for the file as a whole."""

    file: str
    range: Range | None


def named_completions(context: Context, subjects: Subjects, names: Sequence[Name]) -> list[Completion]:
    """Return the names that may stand at a place, each once; the first document that defines one describes it."""
    subject = subjects.find(context.outline, context.steps)
    wanted = reference(subject, context.outline, context.steps, context.typed) if subject else None
    if subject is None or wanted is None:
        return []
    if wanted.kind == "Entry" and wanted.owner is None:
        prefix = _SCHEME if context.typed.startswith(_SCHEME) else ""
        entries = context.outline.keys.get((*spec(subject), wanted.section), ())
        return [
            Completion(prefix + name, "name", prefix + name, f"{wanted.section} of this document") for name in entries
        ]
    found: dict[str, Completion] = {}
    for name in _matching(wanted, subject, context.outline, names):
        found.setdefault(name.name, Completion(name.name, "name", name.name, name.label))
    return list(found.values())


def definitions(spot: Spot, subjects: Subjects, names: Sequence[Name], documents: Sequence[Document]) -> list[Target]:
    """Return the places where the name under the pointer is defined."""
    subject = subjects.find(spot.outline, spot.steps)
    text = spot.outline.text(*spot.steps)
    if subject is None or spot.is_key or not text:
        return []
    if subject.kind != "" and spot.steps == (*spec(subject), EXTENDS):
        return [Target(text, None)]
    wanted = reference(subject, spot.outline, spot.steps, text)
    if wanted is None:
        return []
    if wanted.kind == "Entry" and wanted.owner is None:
        return [*_in_document(wanted, subject, named(text), spot, documents)]
    found = _matching(wanted, subject, spot.outline, names)
    return [Target(name.file, name.range) for name in found if name.name == text and not _is_here(name, spot)]


def _matching(wanted: Reference, subject: Subject, outline: Outline, names: Sequence[Name]) -> Iterator[Name]:
    namespace = outline.text(*subject.start, "metadata", "namespace")
    for name in names:
        same = (name.kind, name.owner, name.section) == (wanted.kind, wanted.owner, wanted.section)
        if same and compatible(name.namespace, namespace):
            yield name


def _is_here(name: Name, spot: Spot) -> bool:
    return name.range == spot.range and name.kind in ("Stream", "Consumer")


def _in_document(
    wanted: Reference, subject: Subject, name: str, spot: Spot, documents: Sequence[Document]
) -> Iterator[Target]:
    around = next((found for found in documents if spot.range.begins_in(found.root.range)), None)
    section = below(around.root, *spec(subject), wanted.section) if around else None
    if section is not None and isinstance(section.content, dict) and name in section.content:
        yield Target("", section.content[name].key)
