"""The keys of a YAML mapping, converted to strings and merged as kubectl does."""

import yaml

from function.base.problems import describe
from function.yaml.node import Entry, Node, SyntaxProblem

_MERGE_TAG = "tag:yaml.org,2002:merge"


def is_merge(event: yaml.Event) -> bool:
    """Return whether a key is the merge key; in quotes it is an ordinary key."""
    if not isinstance(event, yaml.ScalarEvent) or event.value != "<<":
        return False
    return event.tag == _MERGE_TAG or (event.tag is None and not event.style)


class Mapping:
    """Entries in the order of the file. Of two with the same key the later one wins, and a problem reports it."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.problems: list[SyntaxProblem] = []
        self._written: dict[str, int] = {}

    def add(self, key: Node, value: Node) -> None:
        """Add an entry. A number or boolean as a key becomes a string."""
        name = _name(key)
        if name is None:
            self.problems.append(
                SyntaxProblem(
                    "EP004",
                    describe("a key must be a string", hint="put it, or the '{{' of a template, in quotes"),
                    key.range,
                )
            )
            return
        if name in self._written:
            first = self._written[name]
            message = describe(
                f"duplicate key '{name}'; it is also on line {first}, and the last one wins", hint="remove one of them"
            )
            self.problems.append(SyntaxProblem("EP003", message, key.range))
        self._written[name] = key.range.line
        self.entries[name] = Entry(key.range, value)

    def merge(self, value: Node) -> None:
        """Merge the entries of a mapping, or of several where the first wins, over the entries added so far."""
        sources = value.content if isinstance(value.content, list) else [value]
        for source in reversed(sources):
            if not isinstance(source.content, dict):
                self.problems.append(SyntaxProblem("EP004", "the merge key '<<' accepts only objects", source.range))
                return
            self.entries.update(source.content)


def _name(key: Node) -> str | None:
    content = key.content
    if isinstance(content, str):
        return content
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, int | float):
        return f"{content:g}" if isinstance(content, float) else str(content)
    return None
