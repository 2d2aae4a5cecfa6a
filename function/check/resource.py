"""The resources in YAML files: documents, and the items of Lists."""

from collections.abc import Iterator
from typing import NamedTuple

from function.base.manifest import Json, Manifest, present, text_at
from function.base.problems import Problem
from function.check.finding import Finding
from function.check.locate import locate
from function.yaml.node import Document, Node, Range, value_of


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
        )


def resources(file: str, document: Document) -> Iterator[Resource]:
    """Yield the resources of a document: itself, or the items of a List."""
    return _resources(file, document.number, document.root)


def _resources(file: str, number: int, node: Node) -> Iterator[Resource]:
    content = node.content
    items = content.get("items") if isinstance(content, dict) else None
    kind = content.get("kind") if isinstance(content, dict) else None
    if items and kind and isinstance(items.node.content, list) and str(kind.node.content).endswith("List"):
        for item in items.node.content:
            yield from _resources(file, number, item)
    else:
        yield Resource(file, number, node, value_of(node))
