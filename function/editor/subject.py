"""What kind of document someone is writing, by its content: the name of the file does not matter."""

from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from function.apis.infra_binding import KIND as BINDING
from function.apis.registry import named_apis
from function.editor.outline import Outline, Steps
from function.platform.config import PlatformConfig
from function.publish.explain.root import Root, roots
from function.publish.schema.model import read
from function.publish.schema.tree import Object, Property, Scalar
from function.suites.model import suite

FILE = ".infra"
"""The kind of a file of L5: it has the fields of a binding's spec at its top."""
_ONLY_IN_FILES = ("streams", "lookups", "dead_letters", "completions", "checkpoints", "state_backends")
"""Sections whose names no other kind of file is likely to have."""


class Subject(NamedTuple):
    """A kind under the product's own name, or FILE, and its fields; `start` are the steps from the document to it."""

    kind: str
    tree: Object
    start: Steps = ()


class Subjects:
    """The kinds of documents, under the names that the settings give them."""

    def __init__(self, config: PlatformConfig) -> None:
        apis = named_apis(config)
        self._own = {api.kind: kind for kind, api in apis.items()}
        self._roots = [*roots(apis.values(), config), _suite(config)]

    def find(self, outline: Outline, steps: Steps) -> Subject | None:
        """Return the kind of the document around a value, or None if it is not one of ours.

        A document without fields of its own may become any of them.
        """
        start = _item_of_list(outline, steps)
        keys = outline.keys.get(start, ())
        kind, group = (outline.text(*start, key) for key in ("kind", "apiVersion"))
        root = next((root for root in self._roots if _is(root, kind, group)), None)
        if root is not None:
            return Subject(self._own.get(root.kind, root.kind), root.tree, start)
        if not {"apiVersion", "kind"} & {*keys}:
            return Subject(FILE, self.file) if is_binding_file(outline) else self._unknown(keys, start)
        return self._unknown(keys, start) if not kind else None

    def warm(self) -> None:
        """Read the fields of all kinds, which takes a second."""
        for root in self._roots:
            root.tree  # noqa: B018 - reading it is the point
        self.file  # noqa: B018

    def is_ours(self, outline: Outline) -> bool:
        """Return whether a document says that it is one of ours."""
        found = self.find(outline, ())
        return found is not None and found.kind not in ("", FILE)

    @cached_property
    def file(self) -> Object:
        """Return the fields of a file of L5."""
        tree = next(root.tree for root in self._roots if self._own.get(root.kind) == BINDING)
        spec = tree.properties["spec"].schema
        assert isinstance(spec, Object)  # noqa: S101 - every spec is an object
        return spec

    @cached_property
    def _any(self) -> Object:
        """Return the fields that all kinds have, with the values of each."""
        versions = tuple(dict.fromkeys(root.version for root in self._roots))
        names = {
            "apiVersion": Scalar(type="string", enum=versions),
            "kind": Scalar(type="string", enum=tuple(root.kind for root in self._roots)),
        }
        return Object(
            description="",
            properties={name: Property(schema=schema, description="", required=True) for name, schema in names.items()},
        )

    def _unknown(self, keys: Collection[str], start: Steps) -> Subject | None:
        return None if {*keys} - {"apiVersion", "kind", "metadata", "spec"} else Subject("", self._any, start)


def _suite(config: PlatformConfig) -> Root:
    """Return the suites of `platformctl test`, which have no spec."""
    version = suite.API_VERSION
    return Root(kind=suite.KIND, version=version, names=(), models={}, read=lambda: read(suite.Suite, config))


def is_binding_file(outline: Outline) -> bool:
    """Return whether a document is a file of L5, probably."""
    keys = outline.keys.get((), ())
    if "apiVersion" in keys or "kind" in keys:
        return False
    return any(key in _ONLY_IN_FILES for key in keys) or outline.text("extends").endswith(FILE)


def _is(root: Root, kind: str, version: str) -> bool:
    return kind in (root.kind, *root.names[1:2]) and version.partition("/")[0] == root.version.partition("/")[0]


def _item_of_list(outline: Outline, steps: Steps) -> Steps:
    """Return the steps to the object in a List that a value belongs to."""
    is_item = len(steps) > 1 and steps[0] == "items" and isinstance(steps[1], int)
    return steps[:2] if is_item and outline.text("kind").endswith("List") else ()
