"""Builds nodes from libyaml's events. libyaml does not recurse or expand aliases, so the only limits are here."""

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from function.base.problems import describe
from function.yaml.mapping import Mapping, is_merge
from function.yaml.node import Document, Node, Range, SyntaxProblem
from function.yaml.position import between, block
from function.yaml.scalar import scalar

DEPTH_MAX = 100
"""Maximum levels of nesting. libyaml takes quadratic time: half a second for 20,000 levels."""
EXPANSION_MAX = 20_000
"""Maximum number of values that all aliases of a file expand to."""
VALUES_MAX = 1_000_000
"""Maximum number of keys and values in a file. A node takes about 250 bytes of memory, but only two in the file."""


class UnreadableError(Exception):
    """The document cannot be read beyond `problem`."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Anchored(NamedTuple):
    node: Node
    size: int
    height: int


def compose(source: str) -> Iterator[Document]:
    """Yield the documents of a text; raises UnreadableError, or libyaml's own error for text that is not YAML."""
    events: Iterator[yaml.Event] = yaml.parse(source, Loader=yaml.CSafeLoader)
    number, size, expanded = 0, 0, 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            number += 1
            composer = _Composer(source, events, size, expanded)
            root = composer.node(next(events), 0)
            size, expanded = composer.size, composer.expanded
            yield Document(number, root, tuple(composer.problems))


class _Composer:
    """Builds one document; its state is what aliases and limits need."""

    def __init__(self, source: str, events: Iterator[yaml.Event], size: int, expanded: int) -> None:
        self.problems: list[SyntaxProblem] = []
        self.size = size
        self.expanded = expanded
        self._source = source
        self._events = events
        self._anchors: dict[str, _Anchored | None] = {}
        self._deepest = 0

    def node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        anchor = getattr(event, "anchor", None)
        if anchor is None:
            return self._content(event, depth)
        self._anchors[anchor] = None
        size, deepest, self._deepest = self.size, self._deepest, depth
        node = self._content(event, depth)
        self._anchors[anchor] = _Anchored(node, self.size - size, self._deepest - depth)
        self._deepest = max(deepest, self._deepest)
        return node

    def _alias(self, event: yaml.AliasEvent, depth: int) -> Node:
        place = between(event, event)
        name = event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored is None:
            why = "is inside its own anchor" if name in self._anchors else "has no anchor above it"
            raise UnreadableError(SyntaxProblem("EP001", f"not YAML: alias '*{name}' {why}", place))
        self.size += anchored.size
        self.expanded += anchored.size
        if self.expanded > EXPANSION_MAX:
            message = describe(
                f"aliases expand to more than {EXPANSION_MAX} values", hint="write the values out in separate files"
            )
            raise UnreadableError(SyntaxProblem("EP005", message, place))
        self._descend(depth + anchored.height, place)
        return anchored.node._replace(range=place)

    def _content(self, event: yaml.Event, depth: int) -> Node:
        self.size += 1
        if self.size > VALUES_MAX:
            message = describe(f"more than {VALUES_MAX} keys and values in one file", hint="split the file")
            raise UnreadableError(SyntaxProblem("EP005", message, between(event, event)))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._descend(depth + 1, between(event, event))
        return self._mapping(event, depth) if isinstance(event, yaml.MappingStartEvent) else self._list(event, depth)

    def _descend(self, depth: int, place: Range) -> None:
        if depth > DEPTH_MAX:
            raise UnreadableError(SyntaxProblem("EP005", f"nested deeper than {DEPTH_MAX} levels", place))
        self._deepest = max(self._deepest, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        place = block(self._source, event) if event.style in ("|", ">") else between(event, event)
        try:
            value = scalar(event.value, event.tag, plain=not event.style)
            tagged = event.tag is not None
            return Node(value, place, plain=not (event.style or tagged), tagged=tagged)
        except ValueError as error:
            self.problems.append(SyntaxProblem("EP004", str(error), place))
            return Node(event.value, place)

    def _list(self, start: yaml.Event, depth: int) -> Node:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Node(items, between(start, event, items[-1].range if items else None))
            items.append(self.node(event, depth + 1))
        raise AssertionError("libyaml ends each list")

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        mapping = Mapping()
        last: Range | None = None
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                self.problems.extend(mapping.problems)
                return Node(mapping.entries, between(start, event, last))
            key = self.node(event, depth + 1)
            value = self.node(next(self._events), depth + 1)
            last = value.range
            if is_merge(event):
                mapping.merge(value)
            else:
                mapping.add(key, value)
        raise AssertionError("libyaml ends each mapping")
