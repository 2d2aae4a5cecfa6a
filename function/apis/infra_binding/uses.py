"""Checks the logical names that processes use: each has an entry, and streams have the direction."""

from collections.abc import Iterator, Mapping
from typing import Any

from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.model.uses import Uses
from function.apis.infra_binding.sections.streams import Stream
from function.base.partial import readable
from function.base.problems import Problem, describe, join
from function.base.suggestion import closest_match

_STREAMS = {"sources": "streams", "sinks": "streams"}


def unbound(spec: InfraBinding) -> Iterator[Problem]:
    """Yield a problem for each name without an entry, and for each stream that is used against its direction."""
    for process, uses in sorted(spec.uses.items()):
        yield from readable(_of_process(spec, join("spec.uses", process), uses))


def _of_process(spec: InfraBinding, path: str, uses: Uses) -> Iterator[Problem]:
    for field in Uses.model_fields:
        section = _STREAMS.get(field, field)
        entries: Mapping[str, Any] = getattr(spec, section)
        for position, name in enumerate(getattr(uses, field)):
            where = join(path, field, position)
            if name not in entries:
                yield _without_entry(where, name, section, entries)
            elif field in _STREAMS:
                yield from readable(_misdirected(where, name, field, entries[name]))


def _without_entry(path: str, name: str, section: str, entries: Mapping[str, object]) -> Problem:
    best = closest_match(name, entries)
    got = f"'{name}'" + (f"; did you mean '{best}'?" if best else "")
    message = describe(f"must name an entry of spec.{section}", got=got)
    return Problem(path=path, message=message, code="EP462", suggestion=best)


def _misdirected(path: str, name: str, field: str, stream: Stream) -> Iterator[Problem]:
    if stream.reads if field == "sources" else stream.writes:
        return
    what = (
        "is only written to, so it cannot be a source" if field == "sources" else "is only read, so it cannot be a sink"
    )
    hint = f"change direction, consumer, or producer of spec.streams.{name}, or the use"
    yield Problem(path=path, message=describe(f"stream '{name}' {what}", hint=hint), code="EP463")
