"""Other forms of `.infra` files that are in use: recognized, so that none of them is read in part."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, mapping_at
from function.base.problems import Place, Problem, describe, join

_IMPORT = "run platformctl bindings import to convert the file"
_REGION = "write one file per region and let each extend a shared file"
CONVERTIBLE = "kafka"
REFUSED: Mapping[str, str] = {
    "mongodb": "write each collection as an entry of lookups, or of streams if it is written to",
    "persistence": "write each store as an entry of lookups, checkpoints, or state_backends",
    "regions": _REGION,
    "failover": _REGION,
}
"""Sections whose meaning in a binding is not clear, each with what to do."""


def is_block_file(content: bytes) -> bool:
    """Return whether a file has the form `environment NAME … end`, which is not YAML."""
    lines = (line.strip() for line in content.decode("utf-8", "replace").split("\n"))
    written = [line for line in lines if line and not line.startswith("#")]
    first = written[0].split() if written else []
    return len(first) == 2 and first[0] == "environment" and ":" not in first[1] and "end" in written


def block_file() -> Problem:
    """Return the problem of such a file."""
    message = describe(
        "the file uses the block syntax 'environment … end', which is not YAML",
        hint="rewrite it as YAML with the sections of a binding",
    )
    return Problem(path="", message=message, code="EP423")


def other_form(document: Mapping[str, Json]) -> Iterator[Problem]:
    """Yield a problem for each part that only another form of `.infra` files has."""
    yield from refused(document)
    if CONVERTIBLE in document:
        yield _problem(CONVERTIBLE, "belongs to a different .infra format", _IMPORT)
    streams = mapping_at(document, "streams")
    if not any(isinstance(stream, Mapping) and "type" in stream for stream in streams.values()):
        for name in streams:
            hint = f"set the type, or {_IMPORT}"
            yield _problem(join("streams", name), "the stream has no type", hint)
    for name in scalar_resources(document):
        yield _problem(join("resources", name), "must be set for a process or in _defaults", _IMPORT)


def refused(document: Mapping[str, Json]) -> Iterator[Problem]:
    """Yield a problem for each section that cannot be converted."""
    for section, hint in REFUSED.items():
        if section in document:
            yield _problem(section, "belongs to a different .infra format and cannot be converted", hint)


def scalar_resources(document: Mapping[str, Json]) -> list[str]:
    """Return the settings that stand in `resources` directly."""
    return [name for name, value in mapping_at(document, "resources").items() if not isinstance(value, Mapping)]


def _problem(path: str, what: str, hint: str) -> Problem:
    return Problem(path=path, message=describe(what, hint=hint), code="EP423", place=Place(path, key=True))
