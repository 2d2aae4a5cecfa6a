"""Explain the reason of a condition or the code of a problem, and what to do."""

import click

from function.apis.registry import REASONS
from function.base.codes import CODES
from function.base.suggestion import closest_match
from function.cli.output import write
from function.publish.pages import codes
from function.publish.pages.conditions import body


@click.command(short_help=__doc__)
@click.argument("reason", required=False)
def command(reason: str | None) -> None:
    """Explain a reason from the conditions and events of a claim, or a code such as EP101. Without REASON, list all."""
    if reason is None:
        write("".join(f"{known.name:<26}{known.meaning}\n" for known in REASONS.values()))
        write("".join(f"{code.name:<26}{code.meaning}\n" for code in CODES))
        return
    for code in CODES:
        if code.name == reason.upper():
            write(f"{code.name}\n\n{codes.body(code)}")
            return
    by_name = {name.lower(): known for name, known in REASONS.items()}
    found = by_name.get(reason.lower())
    if found is None:
        raise click.BadParameter(_unknown(reason), param_hint="REASON")
    write(f"{found.name}\n\n{body(found)}")


def _unknown(reason: str) -> str:
    near = closest_match(reason, [*REASONS, *(code.name for code in CODES)])
    return f"unknown reason '{reason}'" + (f"; did you mean '{near}'?" if near else "")
