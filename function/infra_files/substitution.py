"""Puts the values of variables into a merged binding, and says where each value comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.apis.infra_binding.variables import Variable, is_malformed, substitute, variables_in
from function.base.problems import describe
from function.check.finding import Finding
from function.yaml.node import Entry, Node, Range
from function.yaml.scalar import Scalar, scalar

INSERTED_MAX = 16 * 2**20
"""Maximum number of characters that variables stand for in all; a few lines could otherwise fill the memory."""

_NAMES_SHOWN, _PLACES_SHOWN = 20, 5
_DEFAULT = "default"
_BOOLEANS = {"true": True, "false": False}


class Source(NamedTuple):
    """Named values of variables, such as the environment."""

    name: str
    values: Mapping[str, str]


class Used(NamedTuple):
    """A variable in a value, and the name of the source of the variable's value."""

    name: str
    source: str


class Substituted(NamedTuple):
    """A binding with the values of its variables, or unchanged with the findings that say why there is none."""

    node: Node
    used: Mapping[Range, tuple[Used, ...]]
    """The variables in each value, by the range of the value."""
    findings: tuple[Finding, ...]


def substituted(root: Node, sources: Sequence[Source]) -> Substituted:
    """Return the binding with the value of each variable, from the first source that has it, or its default."""
    texts = list(_texts(root))
    found = [(place, variable, _value(variable, sources)) for place, text in texts for variable in variables_in(text)]
    findings = [_malformed(place) for place, text in texts if is_malformed(text)]
    missing = [(place, variable.name) for place, variable, value in found if value is None]
    if missing:
        findings.append(_unresolved(missing))
    if findings:
        return Substituted(root, {}, tuple(findings))
    if sum(len(value.text) for _, _, value in found if value is not None) > INSERTED_MAX:
        return Substituted(root, {}, (_too_long(found[0][0]),))
    values = {variable: value for _, variable, value in found if value is not None}
    used: dict[Range, dict[Used, None]] = {}
    for place, variable, _ in found:
        used.setdefault(place, {})[Used(variable.name, values[variable].source)] = None
    return Substituted(_replaced(root, values), {place: tuple(variables) for place, variables in used.items()}, ())


class _Value(NamedTuple):
    text: str
    source: str


def _value(variable: Variable, sources: Sequence[Source]) -> _Value | None:
    for source in sources:
        text = source.values.get(variable.name)
        if text or (text is not None and variable.default is None):
            return _Value(text, source.name)
    return None if variable.default is None else _Value(variable.default, _DEFAULT)


def _texts(node: Node) -> Iterator[tuple[Range, str]]:
    if isinstance(node.content, dict):
        for entry in node.content.values():
            yield from _texts(entry.node)
    elif isinstance(node.content, list):
        for item in node.content:
            yield from _texts(item)
    elif isinstance(node.content, str):
        yield node.range, node.content


def _replaced(node: Node, values: Mapping[Variable, _Value]) -> Node:
    content = node.content
    if isinstance(content, dict):
        entries = {key: Entry(entry.key, _replaced(entry.node, values)) for key, entry in content.items()}
        return node._replace(content=entries)
    if isinstance(content, list):
        return node._replace(content=[_replaced(item, values) for item in content])
    if not isinstance(content, str) or not variables_in(content):
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


def _malformed(place: Range) -> Finding:
    message = describe("not a variable", hint="write ${NAME} or ${NAME:-default}")
    return _finding("EP422", message, place)


def _too_long(place: Range) -> Finding:
    message = describe(
        f"the values of variables have more than {INSERTED_MAX} characters in all",
        hint="use each long value in fewer places",
    )
    return _finding("EP005", message, place)


def _unresolved(missing: Sequence[tuple[Range, str]]) -> Finding:
    """Return one finding about all variables, with the places of each."""
    places: dict[str, dict[str, None]] = {}
    for place, name in missing:
        places.setdefault(name, {})[f"{place.file}:{place.line}:{place.column}"] = None
    names = _first([f"{name} ({_first([*found], _PLACES_SHOWN)})" for name, found in places.items()], _NAMES_SHOWN)
    message = describe(
        f"variables without a value: {names}",
        hint="set them in the environment or in .env, or write ${NAME:-default}",
    )
    return _finding("EP402", message, missing[0][0])


def _first(texts: Sequence[str], count: int) -> str:
    rest = f" and {len(texts) - count} more" if len(texts) > count else ""
    return ", ".join(texts[:count]) + rest


def _finding(code: str, message: str, place: Range) -> Finding:
    return Finding(code=code, severity="error", message=message, file=place.file, document=1, range=place)
