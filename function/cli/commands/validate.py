"""Check claims and composite resources."""

import click

from function.check import files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.errors import UnreadableFileError
from function.check.load import load_file
from function.check.verdict import Verdict
from function.cli import exit_code, options
from function.cli.formats import DEFAULT, FORMATS
from function.cli.summary import summary


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Choice(list(FORMATS)), default=DEFAULT, help="Form of the findings.")
@options.platform_config
def command(paths: tuple[str, ...], output: str, platform_config: str | None) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    In folders, *.yaml, *.yml and *.json are read. Resources of other kinds are counted and skipped.
    """
    settings = platform.load(platform_config)
    checked: list[CheckedFile] = []
    unread: list[UnreadableFileError] = []
    for path in files.discover(paths):
        try:
            checked.append(check_file(load_file(path), settings))
        except UnreadableFileError as error:
            unread.append(error)
    verdict = Verdict(tuple(checked))
    _print(verdict, output)
    for unreadable in unread:
        click.echo(f"Error: {unreadable}", err=True)
    if unread:
        return exit_code.ENVIRONMENT
    return exit_code.FINDINGS if verdict.failed else exit_code.CLEAN


def _print(verdict: Verdict, output: str) -> None:
    chosen = FORMATS[output]
    click.echo(chosen.report(verdict), nl=False)
    if chosen.summary:
        click.echo(summary(verdict), err=True)
