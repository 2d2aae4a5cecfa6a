"""Asks for a value of a document until it is valid."""

from collections.abc import Mapping, Sequence

import click

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.problems import Problem
from function.check.judge import judge
from function.check.platform import Platform


def asked(document: Manifest, path: Sequence[str], settings: Platform) -> Manifest:
    """Return the document with the text that the user enters at a path; the text that is there is the default.

    Raises click.Abort at the end of the input.
    """

    def valid(text: str) -> str:
        problem = wrong(_with(document, path, text), ".".join(path), settings)
        if problem is not None:
            raise click.UsageError(str(problem))
        return text

    text = click.prompt(".".join(path), default=str(at(document, *path)), value_proc=valid, err=True)
    return dict(_with(document, path, text))


def wrong(document: Mapping[str, Json], path: str, settings: Platform) -> Problem | None:
    """Return the first error at a path of the document."""
    problems = judge(dict(document), settings) or []
    return next((found for found in problems if found.path == path and found.severity == "error"), None)


def _with(document: Mapping[str, Json], path: Sequence[str], text: str) -> Mapping[str, Json]:
    first, *rest = path
    return {**document, first: _with(mapping_at(document, first), rest, text) if rest else text}
