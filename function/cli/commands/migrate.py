"""Rewrite the deprecated fields of an earlier composition in claims."""

import difflib
from pathlib import Path

import click

from function.check import files, platform
from function.check.migrate import MigratedFile, migrated
from function.cli import exit_code, options
from function.cli.output import write


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@options.platform_config
@click.option("--write", "in_place", is_flag=True, help="Change the files instead of printing the differences.")
def command(paths: tuple[str, ...], platform_config: str | None, in_place: bool) -> int:
    """Rewrite claims in files and folders, so that they mean the same without deprecated fields.

    secret1Name to secret5Name become secretRefs, livenessProbe and readinessProbe become probes, and the size micro
    becomes its amounts. Comments stay. What cannot be rewritten stays too, and is reported.
    """
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    found = [migrated(files.display_name(path), files.content(path), settings) for path in discovered.paths]
    for path, file in zip(discovered.paths, found, strict=True):
        if in_place and path != files.STDIN:
            _write(Path(path), file)
        else:
            write("".join(_difference(file)))
        for finding in file.findings:
            write(f"{finding}\n", err=True)
    return exit_code.FINDINGS if any(file.findings for file in found) else exit_code.CLEAN


def _write(path: Path, file: MigratedFile) -> None:
    if file.after != file.before:
        path.write_text(file.after, encoding="utf-8", newline="")
        write(f"{file.name}\n")


def _difference(file: MigratedFile) -> list[str]:
    before, after = (text.splitlines(keepends=True) for text in (file.before, file.after))
    return list(difflib.unified_diff(before, after, file.name, file.name))
