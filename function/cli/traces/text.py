"""A trace for people: the cause first, then what to do, then the tree; in color."""

from collections.abc import Iterator, Sequence

import click

from function.base.printable import printable
from function.cli.table import table
from function.cli.traces.drawing import Line, drawn
from function.trace.cause import Cause
from function.trace.node import Health
from function.trace.trace import Binding, Trace

_MARKS: dict[Health, str] = {"ready": "✓", "waiting": "…", "failed": "✗", "unknown": "?"}
_COLORS: dict[Health, str] = {"ready": "green", "waiting": "yellow", "failed": "red", "unknown": "cyan"}
_MOST_BINDINGS = 12


def text(trace: Trace, refused: Sequence[str]) -> str:
    """Return the trace with ANSI colors; `refused` is what could not be read."""
    parts = [
        [*_headline(trace), *(_explained(trace.cause) if trace.cause else ())],
        [_styled(line) for line in drawn(trace.tree)],
        list(_bindings(trace.bindings)),
        list(_listed("Warnings", trace.warnings)),
        list(_listed("Warning events of Crossplane", trace.events)),
        list(_listed("Could not be read", refused)),
    ]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def line(trace: Trace) -> str:
    """Return the trace in one line, without the tree."""
    claim, cause = trace.tree, trace.cause
    summary = f"{cause.reason}: {cause.message}" if cause else trace.message
    return printable(f"{claim.title} {trace.phase or 'Unknown'} {summary}".rstrip(": ")) + "\n"


def _headline(trace: Trace) -> Iterator[str]:
    claim, cause = trace.tree, trace.cause
    yield click.style(printable(f"{claim.title}: {trace.phase or 'no status yet'}"), bold=True)
    if cause is None:
        yield click.style("Operational", fg="green") + printable(f": {trace.message}" if trace.message else "")
    else:
        detail = f": {printable(cause.message)}" if cause.message else ""
        yield click.style(printable(cause.reason), fg="red", bold=True) + detail


def _explained(cause: Cause) -> Iterator[str]:
    place = f"{cause.condition} is {cause.status}" if cause.condition else ""
    since = f"since {cause.since}" if cause.since else ""
    audience = f"for the {cause.audience}" if cause.audience else ""
    about = " ".join(filter(None, (place, since)))
    known = ", ".join(filter(None, (about, audience)))
    if known:
        yield f"  {printable(known)}"
    yield from (f"  {number}. {printable(step)}" for number, step in enumerate(cause.steps, 1))
    if cause.audience:
        yield f"  platformctl explain {printable(cause.reason)}"


def _styled(drawn: Line) -> str:
    if drawn.health is None:
        return f"{drawn.branches}{drawn.name}".rstrip()
    mark = click.style(f"{_MARKS[drawn.health]} {drawn.state}", fg=_COLORS[drawn.health])
    return f"{drawn.branches}{drawn.name}  {mark}"


def _bindings(bindings: Sequence[Binding]) -> Iterator[str]:
    """Yield the logical names of a binding; those that are not ready come first."""
    if not bindings:
        return
    ordered = sorted(bindings, key=lambda binding: binding.ready is not False)
    rows = [(binding.name, binding.physical, _ready(binding), binding.reason) for binding in ordered]
    yield from table(("LOGICAL NAME", "ACTUAL NAME", "READY", "REASON"), rows[:_MOST_BINDINGS]).splitlines()
    if len(rows) > _MOST_BINDINGS:
        yield f"{len(rows) - _MOST_BINDINGS} more; -o json lists all"


def _ready(binding: Binding) -> str:
    return "-" if binding.ready is None else "yes" if binding.ready else "no"


def _listed(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield click.style(f"{title}:", bold=True)
        yield from (f"  {printable(text)}" for text in texts)
