"""`platformctl validate`."""

import click

from function.check import files, platform
from function.check.check_file import Examined, examine
from function.cli import exit_code, report


@click.command("validate", short_help="Check claims and composite resources.")
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Choice(["text", "json"]), default="text", help="Form of the findings.")
@click.option(
    "--platform-config", metavar="FILE", help="The platform team's PlatformConfig. Default: built-in settings."
)
def command(paths: tuple[str, ...], output: str, platform_config: str | None) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    In folders, *.yaml, *.yml and *.json are read. Resources of other kinds are counted and skipped.
    """
    settings = platform.load(platform_config)
    examined: list[Examined] = []
    unread: list[click.ClickException] = []
    for path in files.discover(paths):
        try:
            examined.append(examine(files.shown(path), files.content(path), settings))
        except click.ClickException as error:
            unread.append(error)
    _print(examined, output)
    for problem in unread:
        problem.show()
    if unread:
        return exit_code.ENVIRONMENT
    return exit_code.FINDINGS if any(each.failed for each in examined) else exit_code.CLEAN


def _print(examined: list[Examined], output: str) -> None:
    if output == "json":
        click.echo(report.as_json(examined))
        return
    for line in report.as_lines(examined):
        click.echo(line)
    click.echo(report.summary(examined), err=True)
