"""Check .infra files."""

import os.path
from collections.abc import Sequence
from typing import Unpack

import click

from function.check import files, platform
from function.check.errors import InvalidFileError, UnreadableFileError
from function.check.verdict import Verdict
from function.cli import options
from function.cli.report import report
from function.cli.terraform_outputs import terraform_outputs
from function.cli.variables import sources as variables_of
from function.infra_files.checked import checked
from function.infra_files.claim import Target
from function.infra_files.layer import layer
from function.infra_files.load import Loaded, load_binding
from function.yaml.node import Node

_SUFFIXES = (".infra",)


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@options.platform_config
@options.env_file
@options.terraform_outputs
@options.namespace
@options.strict
@click.option(
    "--uses",
    "uses_path",
    metavar="FILE",
    callback=options.named,
    shell_complete=options.any_path,
    help="Logical names that processes use, in the form of the section uses of a binding.",
)
@options.findings
def command(
    paths: tuple[str, ...],
    platform_config: str | None,
    env_file: str | None,
    outputs: str | None,
    namespace: str,
    strict: bool,
    uses_path: str | None,
    **reporting: Unpack[options.Findings],
) -> int:
    """Check .infra files, folders that contain them, or standard input (-).

    Before it is checked, each file is merged with the files that it extends, and variables get their values. Folders
    are searched for *.infra. A file that another file extends is checked only as part of that file.
    """
    if strict:
        reporting["fail_on"] = "warning"
    settings = platform.load(platform_config)
    variables, uses, values = variables_of(env_file), _uses(uses_path), terraform_outputs(outputs)
    discovered = files.discover(paths, _SUFFIXES)
    loaded: list[Loaded] = []
    sources: dict[str, bytes] = {}
    unread = [*discovered.unreadable]

    def read(path: str, *, regular: bool = False) -> bytes:
        return sources.setdefault(files.display_name(path), files.content(path, regular=regular))

    for path in discovered.paths:
        try:
            loaded.append(load_binding(path, read, variables, uses, values))
        except UnreadableFileError as error:
            unread.append(error)
    target = Target(settings.group, namespace, kind=settings.names["InfraBinding"])
    results = tuple(checked(found, target, settings).file for found in _complete(loaded))
    return report(Verdict(results, sources).with_fixable(()), unread, **reporting)


def _uses(path: str | None) -> Node | None:
    """Return the content of a file with logical names; raises UnreadableFileError or InvalidFileError."""
    if path is None:
        return None
    found = layer(files.display_name(path), files.content(path))
    if found.node is None:
        raise InvalidFileError(found.file, map(str, found.findings))
    return found.node


def _complete(loaded: Sequence[Loaded]) -> list[Loaded]:
    """Return the bindings that no other one extends, and one of each cycle."""
    extended = {_normal(file) for found in loaded for file in found.files[1:]}
    complete: list[Loaded] = []
    covered: set[str] = set()
    for found in sorted(loaded, key=lambda binding: _normal(binding.file) in extended):
        if _normal(found.file) not in covered:
            complete.append(found)
            covered.update(map(_normal, found.files))
    return complete


def _normal(file: str) -> str:
    return os.path.normpath(file)
