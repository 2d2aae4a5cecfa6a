"""Show what a change of claims creates, changes, restarts, and deletes."""

from typing import Unpack

import click

from function.base.identity import Scope
from function.check import platform, required
from function.check.versions import documents, versions
from function.cli import options, plan_forms, sides
from function.plan.claims import plan


@click.command(short_help=__doc__)
@sides.sides
@plan_forms.output
@options.scope
@options.platform_config
@click.option(
    "--old-platform-config",
    metavar="FILE",
    callback=options.named,
    shell_complete=options.any_path,
    help="The settings of OLD, if they change too. Default: those of NEW.",
)
@options.required
@plan_forms.fails
def command(
    output: str,
    scope: Scope,
    platform_config: str | None,
    old_platform_config: str | None,
    required_path: str | None,
    *,
    fails: bool,
    **given: Unpack[sides.Named],
) -> int:
    """Show what happens in the cluster when the claims in NEW replace those in OLD.

    OLD and NEW are files or folders; one of them may be - for standard input. With --base, OLD is NEW at a git
    revision; with --live, it is what a cluster has of the claims in NEW. OLD may also be an export of the cluster,
    written by kubectl get -o yaml, with claims and their composed resources.
    """
    settings = platform.load(platform_config)
    before = platform.load(old_platform_config) if old_platform_config else settings
    old, new = sides.load(given, scope, before, settings)
    fetched = required.load(required_path)
    earlier = documents(old, before, scope, fetched)
    found = plan(versions(old, before, scope, fetched), versions(new, settings, scope, fetched, earlier=earlier))
    return plan_forms.printed(found, output, fails=fails)
