"""Show what a change of claims creates, changes, restarts, and deletes."""

import os
from collections.abc import Callable, Mapping

import click

from function.base.identity import Scope
from function.check import platform, required
from function.check.tree import load_tree
from function.check.versions import versions
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.plans.json import json
from function.cli.plans.markdown import markdown
from function.cli.plans.text import text
from function.cli.terminal import colored
from function.plan.claims import plan
from function.plan.verdict import Plan

_FORMS: Mapping[str, Callable[[Plan], str]] = {
    "json": json,
    "markdown": markdown,
    "text": text,
}


@click.command(short_help=__doc__)
@click.argument("old", metavar="OLD", callback=options.named)
@click.argument("new", metavar="NEW", callback=options.named)
@click.option(
    "-o", "--output", type=click.Choice(sorted(_FORMS)), default="text", show_default=True, help="Output format."
)
@options.scope
@options.platform_config
@click.option(
    "--old-platform-config",
    metavar="FILE",
    callback=options.named,
    help="The settings of OLD, if they change too. Default: those of NEW.",
)
@options.required
@click.option("--exit-code", "fails", is_flag=True, help="Exit with 1 if anything changes or is refused.")
def command(
    old: str,
    new: str,
    output: str,
    scope: Scope,
    platform_config: str | None,
    old_platform_config: str | None,
    required_path: str | None,
    fails: bool,
) -> int:
    """Show what happens in the cluster when the claims in NEW replace those in OLD.

    OLD and NEW are files or folders, such as two checkouts made by git worktree; one of them may be - for standard
    input. OLD may also be an export of the cluster, written by kubectl get -o yaml, with claims and their composed
    resources.
    """
    settings = platform.load(platform_config)
    before = platform.load(old_platform_config) if old_platform_config else settings
    fetched = required.load(required_path)
    found = plan(
        versions(load_tree(old, before), before, scope, fetched),
        versions(load_tree(new, settings), settings, scope, fetched),
    )
    write(_FORMS[output](found), color=colored("auto", os.environ))
    return exit_code.FINDINGS if fails and found.claims else exit_code.CLEAN
