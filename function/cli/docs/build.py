"""Write the reference of your platform as a website."""

from collections.abc import Iterable
from pathlib import Path

import click

from function.base.problems import describe
from function.check import platform
from function.check.files import display_name
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.save import put_all
from function.cli.site_files import site_files

MARKER = ".platformctl-site"
"""The file that says that the folder contains nothing but a site."""
_MARK = b"platformctl docs build wrote the files in this folder, and replaces them.\n"


@click.command(short_help=__doc__)
@options.platform_config
@options.written(
    "folder", "Folder to write the site to: a new or empty one, or one with an earlier site.", required=True
)
def command(platform_config: str | None, folder: str) -> int:
    """Write every field, condition, reason, and code as a website, with the group, names, and sizes of the platform.

    Open index.html in a browser, or publish the folder on any web server. No page loads anything from elsewhere.
    Nothing is ever deleted: files that are no longer part of the site are listed.
    """
    target = Path(folder)
    if not _usable(target):
        hint = "name a new folder, or remove what is in this one"
        raise click.ClickException(describe(f"{display_name(folder)} contains files of something else", hint=hint))
    made = site_files(platform.load(platform_config))
    put_all(folder, {MARKER: _MARK, **made})
    write("".join(f"{name}\n" for name in made))
    for name in _left(target, made):
        write(f"{display_name(name)}: no longer part of the site; delete it\n", err=True)
    return exit_code.CLEAN


def _usable(target: Path) -> bool:
    """Return whether the folder does not exist, is empty, or contains a site."""
    if not target.exists():
        return True
    return target.is_dir() and ((target / MARKER).is_file() or not any(target.iterdir()))


def _left(target: Path, made: Iterable[str]) -> list[str]:
    return sorted({path.name for path in target.iterdir()} - {MARKER, *made})
