"""Reads YAML and JSON as kubectl does, with positions. It accepts any bytes with bounded time and memory."""

from typing import NamedTuple

import yaml

from function.base.problems import describe
from function.yaml.composer import UnreadableError, compose
from function.yaml.node import Document, Range, SyntaxProblem
from function.yaml.text import text


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
        return Reading(documents, _syntax(error, source))
    return Reading(documents, None)


def _syntax(error: yaml.MarkedYAMLError, source: str) -> SyntaxProblem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = source.split("\n")
    message = f"not YAML: {error.problem}"
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        message = describe("not YAML: a tab where spaces are expected", hint="indent with spaces")
    elif error.problem and "<document start>" in error.problem:
        message = describe(
            "not YAML: this line does not continue the one above", hint="indent both alike, or put --- between them"
        )
    elif error.context and error.context_mark:
        message += f" {error.context} that starts in line {error.context_mark.line + 1}"
    return SyntaxProblem("EP001", message, Range(line + 1, column + 1, line + 1, column + 2))
