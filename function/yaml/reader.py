"""Reads YAML and JSON as kubectl does, with positions. It accepts any bytes with bounded time and memory."""

from typing import NamedTuple

import yaml

from function.yaml.composer import UnreadableError, compose
from function.yaml.node import Document, SyntaxProblem
from function.yaml.position import of_error
from function.yaml.text import text
from function.yaml.wording import message


class Reading(NamedTuple):
    """The documents of a file without empty ones, and the problem after which nothing can be read, if there is one."""

    documents: list[Document]
    problem: SyntaxProblem | None


def read(content: bytes) -> Reading:
    """Return the content of a file up to the first syntax error."""
    source = text(content)
    if isinstance(source, SyntaxProblem):
        return Reading([], source)
    documents: list[Document] = []
    try:
        documents.extend(document for document in compose(source) if document.root.content is not None)
    except UnreadableError as error:
        return Reading(documents, error.problem)
    except yaml.MarkedYAMLError as error:
        return Reading(documents, SyntaxProblem("EP001", _message(error, source), of_error(error)))
    return Reading(documents, None)


def _message(error: yaml.MarkedYAMLError, source: str) -> str:
    place = of_error(error)
    lines = source.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return message(error, line[: place.column - 1], line[place.column - 1 :])
