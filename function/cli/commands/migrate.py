"""Rewrite the deprecated fields of an earlier composition in claims."""

import click

from function.check import files, platform
from function.check.migrate import migrated
from function.cli import options, rewrite


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@options.platform_config
@rewrite.modes
def command(paths: tuple[str, ...], platform_config: str | None, in_place: bool, check: bool) -> int:
    """Rewrite claims in files and folders, so that they mean the same without deprecated fields.

    secret1Name to secret5Name become secretRefs, livenessProbe and readinessProbe become probes, and the size micro
    becomes its amounts. Comments stay. What cannot be rewritten stays unchanged and is reported.
    """
    rewrite.one_mode(in_place=in_place, check=check)
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    found = [migrated(files.display_name(path), files.content(path), settings) for path in discovered.paths]
    return rewrite.finish(discovered.paths, found, in_place=in_place, check=check)
