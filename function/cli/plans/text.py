"""A plan for people, in color."""

import click

from function.cli.plans.lines import Line, lines
from function.plan.summary import summary
from function.plan.verdict import Action, Plan

_COLORS = {
    Action.CREATE: "green",
    Action.CHANGE: "yellow",
    Action.RESTART: "magenta",
    Action.UPGRADE: "magenta",
    Action.DELETE: "red",
    Action.KEEP: "cyan",
    Action.REFUSE: "red",
}


def text(plan: Plan) -> str:
    """Return the plan with ANSI colors, and with the summary as its last line."""
    return "".join(f"{_styled(line)}\n" for line in lines(plan)) + f"{summary(plan)}\n"


def _styled(line: Line) -> str:
    if line.action is not None:
        return click.style(line.text, fg=_COLORS[line.action])
    return click.style(line.text, bold=True) if line.text and not line.text.startswith(" ") else line.text
