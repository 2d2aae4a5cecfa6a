"""Check claims and composite resources."""

import click

from function.check import files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.errors import UnreadableFileError
from function.check.load import load_file
from function.check.verdict import Verdict
from function.cli import exit_code, options
from function.cli.formats import DEFAULT, FORMATS
from function.cli.output import write
from function.cli.summary import summary


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@click.option("-o", "--output", type=click.Choice(list(FORMATS)), default=DEFAULT, help="Output format.")
@options.platform_config
def command(paths: tuple[str, ...], output: str, platform_config: str | None) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped and counted.
    """
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    checked: list[CheckedFile] = []
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            checked.append(check_file(load_file(path), settings))
        except UnreadableFileError as error:
            unread.append(error)
    verdict = Verdict(tuple(checked))
    _print(verdict, output, len(unread))
    for unreadable in unread:
        write(f"Error: {unreadable}\n", err=True)
    if unread:
        return exit_code.ENVIRONMENT
    return exit_code.FINDINGS if verdict.failed else exit_code.CLEAN


def _print(verdict: Verdict, output: str, unread: int) -> None:
    chosen = FORMATS[output]
    write(chosen.report(verdict))
    if chosen.summary:
        write(summary(verdict, unread) + "\n", err=True)
