"""Options for the output of a plan, and its printing."""

import os
from collections.abc import Callable, Mapping

import click

from function.cli import exit_code
from function.cli.output import write
from function.cli.plans.json import json
from function.cli.plans.markdown import markdown
from function.cli.plans.text import text
from function.cli.terminal import colored
from function.plan.verdict import Plan

_FORMS: Mapping[str, Callable[[Plan], str]] = {
    "json": json,
    "markdown": markdown,
    "text": text,
}

output = click.option(
    "-o", "--output", type=click.Choice(sorted(_FORMS)), default="text", show_default=True, help="Output format."
)

fails = click.option("--exit-code", "fails", is_flag=True, help="Exit with 1 if anything changes or is refused.")


def printed(plan: Plan, output: str, *, fails: bool) -> int:
    """Print a plan, and return the exit code for it."""
    write(_FORMS[output](plan), color=colored("auto", os.environ))
    return exit_code.FINDINGS if fails and plan.claims else exit_code.CLEAN
