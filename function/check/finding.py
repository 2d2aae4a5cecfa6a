"""An error or warning and its position in a file, as `platformctl` prints it and as JSON."""

from dataclasses import dataclass
from typing import NamedTuple

from function.base.codes import link
from function.base.manifest import Manifest
from function.base.printable import printable
from function.base.problems import Severity
from function.yaml.node import Range


class Related(NamedTuple):
    """A place in another document that has to do with a finding."""

    file: str
    range: Range


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A finding; `document` counts from 1, and `path` is relative to the object, or None for invalid YAML."""

    code: str
    severity: Severity
    message: str
    file: str
    document: int | None
    range: Range
    path: str | None = None
    value: str | None = None
    expected: str | None = None
    suggestion: str | None = None
    kind: str | None = None
    namespace: str | None = None
    name: str | None = None
    related: tuple[Related, ...] = ()
    fixable: bool = False
    """Whether `platformctl validate --fix` corrects it."""

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.range.line}:{self.range.column}: {self.code} {self.message}")

    def as_json(self) -> Manifest:
        """Return the finding as JSON. All keys are always present; future versions only add keys."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "file": self.file,
            "document": self.document,
            "line": self.range.line,
            "column": self.range.column,
            "endLine": self.range.end_line,
            "endColumn": self.range.end_column,
            "path": self.path,
            "value": self.value,
            "expected": self.expected,
            "suggestion": self.suggestion,
            "kind": self.kind,
            "namespace": self.namespace,
            "name": self.name,
            "docs": link(self.code),
            "related": [
                {"file": related.file, "line": related.range.line, "column": related.range.column}
                for related in self.related
            ],
            "fixable": self.fixable,
        }
