"""Say what a condition's reason means and what to do."""

import click

from function.apis.registry import REASONS
from function.base.suggestion import closest_match
from function.cli.output import write
from function.publish.pages.conditions import body


@click.command(short_help=__doc__)
@click.argument("reason", required=False)
def command(reason: str | None) -> None:
    """Say what a reason means, as conditions and events of a claim show it. Without REASON, list them all."""
    if reason is None:
        write("".join(f"{known.name:<26}{known.meaning}\n" for known in REASONS.values()))
        return
    by_name = {name.lower(): known for name, known in REASONS.items()}
    found = by_name.get(reason.lower())
    if found is None:
        near = closest_match(reason, REASONS)
        hint = f" did you mean '{near}'?" if near else ""
        raise click.BadParameter(f"there is no reason '{reason}'.{hint}", param_hint="REASON")
    write(f"{found.name}\n\n{body(found)}")
