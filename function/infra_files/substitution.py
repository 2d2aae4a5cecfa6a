"""Puts the values of variables into a merged binding, and says where each value comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.base.credentials.revealing import REFERENCE, revealed
from function.base.problems import describe
from function.base.variables import (
    INSERTED_MAX,
    MALFORMED,
    TOO_LONG,
    Source,
    Value,
    Variable,
    inserted,
    is_malformed,
    listed,
    nested,
    substitute,
    value_of,
    variables_in,
)
from function.check.finding import Finding
from function.yaml.node import Entry, Node, Range
from function.yaml.scalar import Scalar, scalar

_BOOLEANS = {"true": True, "false": False}


class Used(NamedTuple):
    """A variable in a value, and the name of the source of the variable's value."""

    name: str
    source: str


class Substituted(NamedTuple):
    """A binding with the values of its variables; the findings are about those that have none."""

    node: Node
    used: Mapping[Range, tuple[Used, ...]]
    """The variables in each value, by the range of the value."""
    unknown: frozenset[Range]
    """The ranges of the texts that stay as they are, because a variable in them has no value."""
    findings: tuple[Finding, ...]


def substituted(root: Node, sources: Sequence[Source]) -> Substituted:
    """Return the binding with the value of each variable, from the first source that has it, or its default."""
    texts = list(_texts(root))
    found = [(place, variable, value_of(variable, sources)) for place, text in texts for variable in variables_in(text)]
    missing = [(place, variable.name) for place, variable, value in found if value is None]
    findings = [_finding("EP422", MALFORMED, place) for place, text in texts if is_malformed(text)]
    findings += _nested(found)
    findings += _credentials(root, found, dict(texts))
    findings += [_unresolved(missing)] if missing else []
    if inserted(value for _, _, value in found) > INSERTED_MAX:
        return Substituted(root, {}, frozenset(place for place, _, _ in found), (*findings, _too_long(found[0][0])))
    unknown = frozenset([*(place for place, _ in missing), *(finding.range for finding in findings)])
    values = {variable: value for _, variable, value in found if value is not None}
    used: dict[Range, dict[Used, None]] = {}
    for place, variable, value in found:
        if value is not None and place not in unknown:
            used.setdefault(place, {})[Used(variable.name, value.source)] = None
    names = {place: tuple(variables) for place, variables in used.items()}
    return Substituted(_replaced(root, values, unknown), names, unknown, tuple(findings))


def _texts(node: Node) -> Iterator[tuple[Range, str]]:
    if isinstance(node.content, dict):
        for entry in node.content.values():
            yield from _texts(entry.node)
    elif isinstance(node.content, list):
        for item in node.content:
            yield from _texts(item)
    elif isinstance(node.content, str):
        yield node.range, node.content


def _replaced(node: Node, values: Mapping[Variable, Value], unknown: frozenset[Range]) -> Node:
    content = node.content
    if isinstance(content, dict):
        entries = {key: Entry(entry.key, _replaced(entry.node, values, unknown)) for key, entry in content.items()}
        return node._replace(content=entries)
    if isinstance(content, list):
        return node._replace(content=[_replaced(item, values, unknown) for item in content])
    if not isinstance(content, str) or node.range in unknown or not variables_in(content):
        return node
    text = substitute(content, lambda variable: values[variable].text)
    return node._replace(content=_typed(text) if node.plain else text)


def _typed(text: str) -> Scalar:
    """Return a number if the text would be one in a file, or a boolean for true and false; y and no stay text."""
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    try:
        value = scalar(text, None, plain=True)
    except ValueError:
        return text
    return text if isinstance(value, bool | None) else value


def _nested(found: Sequence[tuple[Range, Variable, Value | None]]) -> Iterator[Finding]:
    for place, variable, value in found:
        if value is not None and (message := nested(variable, value)):
            yield _finding("EP461", message, place)


def _credentials(
    root: Node, found: Sequence[tuple[Range, Variable, Value | None]], texts: Mapping[Range, str]
) -> Iterator[Finding]:
    """Yield a finding for each value that its variable's name shows to be a credential.

    The entries of `secrets` have names of secrets, not their contents.
    """
    entry = root.content.get("secrets") if isinstance(root.content, dict) else None
    names = {place for place, _ in _texts(entry.node)} if entry else set()
    harmless = names | {place for place, text in texts.items() if REFERENCE in text}
    for place, variable, value in found:
        if value is None or place in harmless:
            continue
        if message := revealed(variable.name, value.text):
            yield _finding("EP403", message, place)


def _too_long(place: Range) -> Finding:
    return _finding("EP005", TOO_LONG, place)


def _unresolved(missing: Sequence[tuple[Range, str]]) -> Finding:
    """Return one finding about all variables, with the places of each."""
    message = describe(
        f"variables without a value: {listed((name, _shown(place)) for place, name in missing)}",
        hint="set them in the environment or in .env, or use ${NAME:-default}",
    )
    return _finding("EP402", message, missing[0][0])


def _shown(place: Range) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def _finding(code: str, message: str, place: Range) -> Finding:
    return Finding(code=code, severity="error", message=message, file=place.file, document=1, range=place)
