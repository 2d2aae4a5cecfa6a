"""A document as the findings about other documents name it."""

from dataclasses import replace
from typing import NamedTuple

from function.apis.links import Links
from function.base.manifest import text_at
from function.base.problems import Problem
from function.check.finding import Finding, Related
from function.check.locate import locate
from function.check.resource import Resource
from function.yaml.node import Range


class Mark(NamedTuple):
    """A document, and a place in it."""

    label: str
    file: str
    range: Range

    def __str__(self) -> str:
        return f"{self.label} ({self.file}:{self.range.line})"


class Claim(NamedTuple):
    """A valid resource of one of our kinds, and what it has in common with others."""

    resource: Resource
    links: Links

    @property
    def namespace(self) -> str:
        """Return the namespace, or "" if the document leaves it to the kubectl context."""
        written = text_at(self.resource.value, "metadata", "namespace")
        return self.links.namespace if written or self.is_composite else ""

    @property
    def is_composite(self) -> bool:
        """Return whether it is the composite of a claim."""
        return bool(text_at(self.resource.value, "spec", "claimRef", "name"))

    def mark(self, path: str) -> Mark:
        """Return a place in the claim."""
        place = locate(self.resource.node, Problem(path=path, message="", code=""))
        return mark(self.resource, place)

    def finding(self, path: str, code: str, message: str, other: Mark, *, suggestion: str | None = None) -> Finding:
        """Return a warning at a path of the claim about another document."""
        problem = Problem(path=path, message=message, code=code, severity="warning", suggestion=suggestion)
        return replace(self.resource.finding(problem), related=(Related(other.file, other.range),))


def mark(resource: Resource, place: Range | None = None) -> Mark:
    """Return a place in a resource, by default its beginning."""
    kind, namespace, name = (
        text_at(resource.value, "kind"),
        text_at(resource.value, "metadata", "namespace"),
        text_at(resource.value, "metadata", "name"),
    )
    return Mark(f"{kind} {namespace}/{name}" if namespace else f"{kind} {name}", resource.file, place or resource.start)


def compatible(namespace: str, other: str) -> bool:
    """Return whether two namespaces may be the same; "" is not known."""
    return namespace == other or not namespace or not other
