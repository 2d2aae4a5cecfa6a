"""Explain the reason of a condition, and what to do."""

import re

import click

from function.apis.registry import REASONS
from function.base.suggestion import closest_match
from function.cli.output import write
from function.publish.pages.conditions import body

_CODE = re.compile(r"EP\d+", re.IGNORECASE)


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
        raise click.BadParameter(_unknown(reason), param_hint="REASON")
    write(f"{found.name}\n\n{body(found)}")


def _unknown(reason: str) -> str:
    if _CODE.fullmatch(reason):
        return f"'{reason}' is the code of a finding, not a reason. To list all reasons, run platformctl explain"
    near = closest_match(reason, REASONS)
    return f"unknown reason '{reason}'" + (f"; did you mean '{near}'?" if near else "")
