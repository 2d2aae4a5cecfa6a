"""Loads a binding from its files: reads, merges, and substitutes variables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.apis.terraform_outputs import Outputs, absent, variables
from function.base.manifest import mapping_at
from function.base.variables import Source, own
from function.check.files import display_name
from function.check.finding import Finding
from function.check.resource import Resource
from function.infra_files.chain import Read, chain
from function.infra_files.dialect import other_form
from function.infra_files.layer import EXTENDS
from function.infra_files.merge import merge
from function.infra_files.spelling import one_spelling
from function.infra_files.substitution import Used, substituted
from function.yaml.node import Entry, Node, Range, value_of

VARIABLES = "variables"
USES = "uses"


class Loaded(NamedTuple):
    """A binding as one value; `node` is None if it cannot be checked, and the findings say why."""

    file: str
    files: tuple[str, ...]
    """The files that were merged, each before the one that it extends."""
    node: Node | None
    """The binding without `extends`; ranges name the file of each key and value."""
    used: Mapping[Range, tuple[Used, ...]]
    """The variables in each value, by the range of the value."""
    unknown: frozenset[Range]
    """The ranges of texts with a variable that has no value."""
    findings: tuple[Finding, ...]


def load_binding(
    path: str, read: Read, sources: Sequence[Source], uses: Node | None = None, outputs: Outputs | None = None
) -> Loaded:
    """Return the binding in the file at `path`; raises UnreadableFileError if that file cannot be read.

    `uses` is the content of another file, which is added to the binding's own section of this name. `outputs` are
    values of variables too, after those of `sources`.
    """
    found = chain(path, read)
    if not found.nodes:
        return Loaded(display_name(path), found.files, None, {}, frozenset(), found.findings)
    added = [] if uses is None else [found.nodes[0]._replace(content={USES: Entry(uses.range, uses)})]
    merged = _without_extends(merge([one_spelling(node) for node in (*added, *found.nodes)]))
    resource = Resource(display_name(path), 1, merged, value_of(merged))
    foreign = [resource.finding(problem) for problem in other_form(resource.manifest)]
    if foreign:
        return Loaded(resource.file, found.files, None, {}, frozenset(), (*found.findings, *foreign))
    given = [] if outputs is None else [Source(outputs.source, variables(outputs, resource.manifest))]
    wrong = [] if outputs is None else map(resource.finding, absent(outputs, resource.manifest))
    resolved = substituted(merged, [*sources, *given, own(mapping_at(resource.manifest, VARIABLES), VARIABLES)])
    findings = (*found.findings, *wrong, *resolved.findings)
    return Loaded(resource.file, found.files, resolved.node, resolved.used, resolved.unknown, findings)


def _without_extends(node: Node) -> Node:
    if not isinstance(node.content, dict):
        return node
    return node._replace(content={key: entry for key, entry in node.content.items() if key != EXTENDS})
