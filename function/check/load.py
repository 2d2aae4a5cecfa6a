"""Loads the documents of a file: the resources in each, and the errors in the YAML."""

from typing import NamedTuple

from function.check import files
from function.check.finding import Finding
from function.check.resource import Resource, resources
from function.yaml.node import SyntaxProblem
from function.yaml.reader import read


class LoadedDocument(NamedTuple):
    """One document of a file."""

    resources: tuple[Resource, ...]
    findings: tuple[Finding, ...]


class LoadedFile(NamedTuple):
    """The documents of a file, and the finding after which nothing can be read, if there is one."""

    name: str
    documents: tuple[LoadedDocument, ...]
    end: Finding | None

    @property
    def resources(self) -> list[Resource]:
        """Return the resources of all documents."""
        return [resource for document in self.documents for resource in document.resources]

    @property
    def findings(self) -> list[Finding]:
        """Return all errors in the YAML, in the order of the documents."""
        found = [finding for document in self.documents for finding in document.findings]
        return [*found, self.end] if self.end else found


def load_file(path: str) -> LoadedFile:
    """Return the content of a file, or of standard input for "-"; raises UnreadableFileError."""
    return load_content(files.display_name(path), files.content(path))


def load_content(name: str, content: bytes) -> LoadedFile:
    """Return the documents in these bytes; findings show `name` as the file name."""
    documents, problem = read(content)
    loaded = [
        LoadedDocument(
            tuple(resources(name, document)),
            tuple(_finding(name, document.number, found) for found in document.problems),
        )
        for document in documents
    ]
    return LoadedFile(name, tuple(loaded), _finding(name, None, problem) if problem else None)


def _finding(file: str, document: int | None, problem: SyntaxProblem) -> Finding:
    return Finding(
        code=problem.code, severity="error", message=problem.message, file=file, document=document, range=problem.range
    )
