"""An object in the tree of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Health = Literal["ready", "waiting", "failed", "unknown"]


class State(NamedTuple):
    """How an object is: `text` is for people, and contains nothing that may be a credential."""

    health: Health
    text: str


@dataclass(frozen=True, kw_only=True)
class Node:
    """An object, and what belongs to it; `key` is that of a composed resource, or empty."""

    kind: str
    namespace: str
    name: str
    state: State
    key: str = ""
    children: "tuple[Node, ...]" = ()

    @property
    def title(self) -> str:
        """Return the kind and name, as messages show them."""
        return f"{self.kind} {self.namespace}/{self.name}" if self.namespace else f"{self.kind} {self.name}"

    @property
    def all(self) -> "Iterator[Node]":
        """Yield the object and everything below it."""
        yield self
        for child in self.children:
            yield from child.all
