"""The option --set, with which a command changes claims before it reads them."""

from collections.abc import Sequence

import click

from function.check.assigned import Assignment, AssignmentError, assignment


def _assignments(_context: click.Context, _parameter: click.Parameter, texts: Sequence[str]) -> tuple[Assignment, ...]:
    try:
        return tuple(map(assignment, texts))
    except AssignmentError as error:
        raise click.BadParameter(str(error)) from None


assignments = click.option(
    "--set",
    "assignments",
    metavar="PATH=VALUE",
    multiple=True,
    callback=_assignments,
    help="Set a field of the claim, such as spec.image=ghcr.io/example/orders:1.4.2. The value is read as in YAML; "
    "quotes make it text. May be repeated.",
)
