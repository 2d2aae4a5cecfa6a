"""Print a document about the servers that a binding uses: addresses, commands, and what is missing."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import click

from function.apis.infra_binding import KIND
from function.apis.terraform_outputs import Outputs
from function.base.manifest import Manifest, text_at
from function.base.problems import describe
from function.base.variables import Source
from function.check import files, platform, required
from function.check.check_file import check_file
from function.check.connections import connections
from function.check.finding import Finding
from function.check.load import load_content
from function.check.platform import Platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.save import put
from function.cli.terraform_outputs import terraform_outputs
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target


class _Given(NamedTuple):
    """What all files have in common."""

    settings: Platform
    variables: tuple[Source, ...]
    outputs: Outputs | None
    required: list[Manifest] | None
    target: Target


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@options.written("file", "File to write instead of printing. An existing one is replaced.")
@click.option(
    "--name", metavar="NAME", default="binding", show_default=True, help="Name of the claim of an .infra file."
)
@options.namespace
@options.platform_config
@options.required
@options.env_file
@options.terraform_outputs
def command(
    paths: tuple[str, ...],
    file: str | None,
    name: str,
    namespace: str,
    platform_config: str | None,
    required_path: str | None,
    env_file: str | None,
    outputs: str | None,
) -> int:
    """Print, in Markdown, how to reach what the bindings in .infra files and claims use (- for standard input).

    Claims have a name, a namespace, and values of variables themselves; the other options are for .infra files, except
    for --platform-config and --required. No secret value is read or printed. The ConfigMap of a binding has the same
    document as connections.md, if there is room for it.
    """
    settings = platform.load(platform_config)
    target = Target(settings.group, namespace, name, kind=settings.names[KIND])
    given = _Given(settings, sources(env_file), terraform_outputs(outputs), required.load(required_path), target)
    found = [text for path in paths for text in _documents(path, given)]
    if None in found:
        return exit_code.FINDINGS
    text = "\n".join(filter(None, found))
    if file is None:
        write(text)
    else:
        put(file, text.encode())
        write(f"{file}\n")
    return exit_code.CLEAN


def _documents(named: str, given: _Given) -> Iterator[str | None]:
    """Yield the document about each binding in a file, None for one with errors; prints all findings."""
    content = files.content(named)

    def opened(path: str, *, regular: bool = False) -> bytes:
        return content if path == named else files.content(path, regular=regular)

    loaded = load_content(files.display_name(named), content)
    if any(text_at(resource.manifest, "kind") for resource in loaded.resources):
        checked = check_file(loaded, given.settings)
        _print(checked.findings)
        if checked.failed:
            yield None
            return
        claims = [found.resource for found in checked.resources if found.kind == given.target.kind]
        if not claims:
            raise click.ClickException(describe(f"cannot use {loaded.name}: it contains no {given.target.kind}"))
        for claim in claims:
            text, problems = connections(claim.manifest, given.settings, given.required)
            _print(map(claim.finding, problems))
            yield text
        return
    found = usable(named, given.variables, given.target, given.settings, given.outputs, read=opened)
    yield None if found is None else connections(found.claim, given.settings, None)[0]


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)
