"""The resources in YAML files: documents, and the items of Lists."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.base.manifest import Json, Manifest, present, text_at
from function.base.problems import Problem
from function.check.finding import Finding
from function.check.locate import locate
from function.yaml.node import Document, Node, Range, below, value_of


class Resource(NamedTuple):
    """A resource in a file, with the positions of its fields."""

    file: str
    document: int
    node: Node
    value: Json

    @property
    def manifest(self) -> Manifest:
        """Return the resource, or {} if the document is not an object."""
        return dict(self.value) if isinstance(self.value, dict) else {}

    @property
    def start(self) -> Range:
        """Return the first key, or the whole value of what is no object."""
        return locate(self.node, Problem(path="", message="", code=""))

    def names_only(self) -> "Resource":
        """Return the resource with its kind and names alone, and without the positions of its fields."""
        metadata = {key: text_at(self.value, "metadata", key) for key in ("namespace", "name")}
        value = present({"kind": text_at(self.value, "kind"), "metadata": present(metadata)})
        return self._replace(node=Node(None, self.node.range), value=value)

    def finding(self, problem: Problem) -> Finding:
        """Return a problem of this resource as a finding."""
        place = locate(self.node, problem)
        return Finding(
            code=problem.code,
            severity=problem.severity,
            message=str(problem),
            file=place.file or self.file,
            document=self.document,
            range=place,
            path=problem.path,
            value=problem.value,
            expected=problem.expected,
            suggestion=problem.suggestion,
            kind=text_at(self.value, "kind") or None,
            namespace=text_at(self.value, "metadata", "namespace") or None,
            name=text_at(self.value, "metadata", "name") or None,
            fixable=problem.fix is not None,
        )


def resources(file: str, document: Document) -> Iterator[Resource]:
    """Yield the resources of a document: itself, or the items of a List."""
    return _resources(file, document.number, document.root)


def _resources(file: str, number: int, node: Node, head: Mapping[str, Json] | None = None) -> Iterator[Resource]:
    """Yield the resources; an item without a kind gets the one that its list is named after, as with kubectl."""
    items, kind = below(node, "items"), below(node, "kind")
    if items and kind and isinstance(items.content, list) and str(kind.content).endswith("List"):
        version = below(node, "apiVersion")
        listed = str(kind.content).removesuffix("List")
        of_items = present({"apiVersion": value_of(version) if version else None, "kind": listed})
        for item in items.content:
            yield from _resources(file, number, item, of_items if listed else None)
    else:
        value = value_of(node)
        if head and isinstance(value, dict) and "kind" not in value:
            value = {**head, **value}
        yield Resource(file, number, node, value)
