"""`platformctl explain`: what a reason means, and what to do about it."""

import click

from function.apis.registry import REASONS
from function.base.suggestion import closest_match
from function.publish.pages.conditions import body


@click.command("explain", short_help="Say what a condition's reason means and what to do.")
@click.argument("reason", required=False)
def command(reason: str | None) -> None:
    """Say what a reason means, as conditions and events of a claim show it. Without REASON, list them all."""
    if reason is None:
        for one in REASONS.values():
            click.echo(f"{one.name:<26}{one.meaning}")
        return
    by_name = {name.lower(): one for name, one in REASONS.items()}
    found = by_name.get(reason.lower())
    if found is None:
        near = closest_match(reason, REASONS)
        hint = f" did you mean '{near}'?" if near else ""
        raise click.BadParameter(f"there is no reason '{reason}'.{hint}", param_hint="REASON")
    click.echo(f"{found.name}\n\n{body(found)}", nl=False)
