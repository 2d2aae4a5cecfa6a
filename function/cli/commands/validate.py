"""Check claims and composite resources."""

import click

from function.base.problems import describe
from function.check import files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.errors import UnreadableFileError
from function.check.load import load_file
from function.check.verdict import Verdict
from function.cli import options
from function.cli.report import report


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@options.output
@options.platform_config
def command(paths: tuple[str, ...], output: str, platform_config: str | None) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped and counted.
    """
    for path in paths:
        if path.endswith(".infra"):
            name = files.display_name(path)
            raise click.BadParameter(describe(f"{name} is not a claim", hint=f"run platformctl bindings check {name}"))
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    checked: list[CheckedFile] = []
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            checked.append(check_file(load_file(path), settings))
        except UnreadableFileError as error:
            unread.append(error)
    return report(Verdict(tuple(checked)), output, unread)
