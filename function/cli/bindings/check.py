"""Check .infra files."""

import os.path
from collections.abc import Sequence

import click

from function.check import files, platform
from function.check.errors import UnreadableFileError
from function.check.verdict import Verdict
from function.cli import options
from function.cli.report import report
from function.cli.variables import sources
from function.infra_files.checked import checked
from function.infra_files.claim import Target
from function.infra_files.load import Loaded, load_binding

_SUFFIXES = (".infra",)


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@options.output
@options.platform_config
@options.env_file
@options.namespace
@click.option("--strict", is_flag=True, help="Report every unknown field as an error.")
def command(
    paths: tuple[str, ...], output: str, platform_config: str | None, env_file: str | None, namespace: str, strict: bool
) -> int:
    """Check .infra files in files, folders or standard input (-).

    Each file is checked together with the files that it extends, with the values of its variables. Folders are searched
    for *.infra. A file that another one extends is checked only as a part of that one.
    """
    settings = platform.load(platform_config)
    variables = sources(env_file)
    discovered = files.discover(paths, _SUFFIXES)
    loaded: list[Loaded] = []
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            loaded.append(load_binding(path, files.content, variables))
        except UnreadableFileError as error:
            unread.append(error)
    target = Target(settings.group, namespace, kind=settings.kind_of("InfraBinding"))
    verdict = Verdict(tuple(checked(found, target, settings, strict=strict).file for found in _complete(loaded)))
    return report(verdict, output, unread)


def _complete(loaded: Sequence[Loaded]) -> list[Loaded]:
    """Return the bindings that no other one extends."""
    extended = {_normal(file) for found in loaded for file in found.files[1:]}
    return [found for found in loaded if _normal(found.file) not in extended]


def _normal(file: str) -> str:
    return os.path.normpath(file)
