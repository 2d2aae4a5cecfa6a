"""Check claims and composite resources."""

from typing import Unpack

import click

from function.base.problems import describe
from function.check import files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.errors import UnreadableFileError
from function.check.load import load_content
from function.check.verdict import Verdict
from function.cli import options
from function.cli.report import report


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@options.platform_config
@click.option("--strict", is_flag=True, help="Fail on warnings; the same as --fail-on warning.")
@options.findings
def command(
    paths: tuple[str, ...], platform_config: str | None, *, strict: bool, **reporting: Unpack[options.Findings]
) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped and counted.
    """
    for path in paths:
        if path.endswith(".infra"):
            name = files.display_name(path)
            raise click.BadParameter(describe(f"{name} is not a claim", hint=f"run platformctl bindings check {name}"))
    if strict:
        reporting["fail_on"] = "warning"
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    checked: list[CheckedFile] = []
    sources: dict[str, bytes] = {}
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            name, content = files.display_name(path), files.content(path)
        except UnreadableFileError as error:
            unread.append(error)
            continue
        checked.append(check_file(load_content(name, content), settings))
        if checked[-1].findings:
            sources[name] = content
    return report(Verdict(tuple(checked), sources), unread, **reporting)
