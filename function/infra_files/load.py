"""Loads a binding from its files: reads, merges, and substitutes variables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.check.files import display_name
from function.check.finding import Finding
from function.check.resource import Resource
from function.infra_files.chain import Read, chain
from function.infra_files.dialect import other_form
from function.infra_files.layer import EXTENDS
from function.infra_files.merge import merge
from function.infra_files.spelling import one_spelling
from function.infra_files.substitution import Source, Used, substituted
from function.yaml.node import Node, Range, value_of


class Loaded(NamedTuple):
    """A binding as one value; `node` is None if it cannot be checked, and the findings say why."""

    file: str
    files: tuple[str, ...]
    """The files that were merged, each before the one that it extends."""
    node: Node | None
    """The binding without `extends`; ranges name the file of each key and value."""
    used: Mapping[Range, tuple[Used, ...]]
    """The variables in each value, by the range of the value."""
    findings: tuple[Finding, ...]


def load_binding(path: str, read: Read, sources: Sequence[Source]) -> Loaded:
    """Return the binding in the file at `path`; raises UnreadableFileError if that file cannot be read."""
    found = chain(path, read)
    if not found.nodes:
        return Loaded(display_name(path), found.files, None, {}, found.findings)
    merged = _without_extends(merge([one_spelling(node) for node in found.nodes]))
    resource = Resource(display_name(path), 1, merged, value_of(merged))
    foreign = [resource.finding(problem) for problem in other_form(resource.manifest)]
    if foreign:
        return Loaded(resource.file, found.files, None, {}, (*found.findings, *foreign))
    resolved = substituted(merged, sources)
    node = None if resolved.findings else resolved.node
    return Loaded(resource.file, found.files, node, resolved.used, (*found.findings, *resolved.findings))


def _without_extends(node: Node) -> Node:
    if not isinstance(node.content, dict):
        return node
    return node._replace(content={key: entry for key, entry in node.content.items() if key != EXTENDS})
