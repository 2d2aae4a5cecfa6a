"""Explain the reason of a condition, and what to do."""

import click

from function.apis.registry import REASONS
from function.base.suggestion import closest_match
from function.cli.output import write
from function.publish.pages.conditions import body


@click.command(short_help=__doc__)
@click.argument("reason", required=False)
def command(reason: str | None) -> None:
    """Explain a reason from the conditions and events of a claim. Without REASON, list all reasons."""
    if reason is None:
        write("".join(f"{known.name:<26}{known.meaning}\n" for known in REASONS.values()))
        return
    by_name = {name.lower(): known for name, known in REASONS.items()}
    found = by_name.get(reason.lower())
    if found is None:
        near = closest_match(reason, REASONS)
        suggestion = f"; did you mean '{near}'?" if near else ""
        raise click.BadParameter(f"unknown reason '{reason}'{suggestion}", param_hint="REASON")
    write(f"{found.name}\n\n{body(found)}")
