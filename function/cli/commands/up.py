"""Write a compose file that runs a service and NATS on this machine."""

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from shlex import join
from stat import S_ISREG
from typing import TypedDict, Unpack

import click

from function.apis.api import composite_kind
from function.apis.event_driven_service import KIND as SERVICE
from function.base.identity import Scope
from function.base.manifest import text_at
from function.base.printable import printable
from function.base.problems import describe, shown
from function.check import files
from function.check.assigned import Assignment
from function.check.errors import UnwritableFileError
from function.cli import exit_code, options, setting
from function.cli.engine import ENGINES, become
from function.cli.output import write
from function.cli.save import put
from function.compose.environment import LOCAL_URL, NATS_URL
from function.compose.project import Project, project
from function.compose.text import ExpansionError
from function.suites.answer import answer
from function.suites.inputs import Free, Inputs, inputs
from function.suites.model.given import Given
from function.suites.sources import UnusableError, sources
from function.yaml.dump import dump

_FIRST = "# Written by `platformctl up`, which replaces this file.\n"


class _Options(TypedDict):
    """The options of the command."""

    name: str | None
    assignments: tuple[Assignment, ...]
    subjects: Mapping[str, Sequence[str]]
    platform_config: str | None
    required_path: str | None
    scope: Scope
    file: str
    force: bool
    engine: str
    start: bool


def _subjects(_context: click.Context, _parameter: click.Parameter, texts: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        stream, _, subjects = text.partition("=")
        named = subjects.split(",")
        if not stream or not all(named):
            hint = "write ORDERS=orders.created,orders.paid"
            raise click.BadParameter(describe("must be STREAM=SUBJECT,...", got=shown(text), hint=hint))
        found[stream] = [*found.get(stream, []), *named]
    return found


@click.command(short_help=__doc__)
@click.argument("claim", metavar="CLAIM", callback=options.named, shell_complete=options.any_path)
@click.option("--name", metavar="NAME", help="Name of the service, if the file contains several.")
@setting.assignments
@click.option(
    "--subjects",
    metavar="STREAM=SUBJECT,...",
    multiple=True,
    callback=_subjects,
    help="Subjects of a stream. Default: all that begin with its name and a dot. May be repeated.",
)
@options.platform_config
@options.required
@options.scope
@options.written("file", "File to write.", default="compose.yaml")
@click.option("--force", is_flag=True, help="Replace a file that another program or a person has written.")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="Container engine.")
@click.option("--start", is_flag=True, help="Start it, until Ctrl-C.")
def command(claim: str, **given: Unpack[_Options]) -> int:
    """Write a compose file with the service in the file CLAIM, its migrations, and NATS with its stream and consumer.

    Variables, the readiness probe, limits, and users are those that the service has in a cluster with your settings.
    What compose cannot do is listed, and so are the values that .env must have. Values of Secrets are not read.
    """
    if claim == files.STDIN:
        raise click.BadParameter(describe("must be a file", hint="paths in the compose file begin there"))
    try:
        prepared = _inputs(claim, given)
    except UnusableError as error:
        raise click.ClickException(str(error)) from None
    found = answer(prepared, running=False)
    for problem in found.problems:
        write(f"{printable(claim)}: {problem.code} {problem}\n", err=True)
    if found.outcome.fatal is not None:
        return exit_code.FINDINGS
    if not any(each["kind"] == "Deployment" for each in found.objects):
        raise click.ClickException(_nothing(prepared))
    try:
        made = project(text_at(prepared.manifest, "metadata", "name"), found.objects, given["subjects"])
    except ExpansionError as error:
        write(f"{printable(claim)}: EP005 {printable(str(error))}\n", err=True)
        return exit_code.FINDINGS
    _save(given["file"], _FIRST + dump([made.document]), force=given["force"])
    started = [given["engine"], "compose", "--file", given["file"], "up"]
    write("".join(f"{printable(line)}\n" for line in _lines(made, given["file"], started)))
    if given["start"]:
        become(started)
    return exit_code.CLEAN


def _inputs(claim: str, given: _Options) -> Inputs:
    required = given["required_path"]
    start = Given(
        claim=claim,
        name=given["name"],
        platformConfig=given["platform_config"],
        scope=given["scope"],
        required=None if required is None else [required],
    )
    values = {found.path: found.value for found in given["assignments"]}
    return inputs(start, Free({}, values, {}), sources(""))


def _nothing(prepared: Inputs) -> str:
    """Return why there is nothing to run."""
    kind = prepared.platform.names[SERVICE]
    if text_at(prepared.manifest, "kind") not in (kind, composite_kind(kind)):
        return describe("no service in the file", hint=f"name the file of a resource of kind {kind}")
    hint = "put the binding into the same file, or name its document with --required"
    return describe("the service has no Deployment before its binding is known", hint=hint)


def _save(file: str, text: str, *, force: bool) -> None:
    if not force and not _is_free(file):
        hint = "use --force to replace it"
        raise click.ClickException(describe(f"cannot write {file}: something else has written it", hint=hint))
    put(file, text.encode())


def _is_free(file: str) -> bool:
    """Return whether there is no such file, or one that this command has written; a link is neither."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return True
    except OSError as error:
        if error.errno == errno.ELOOP:
            return False
        raise UnwritableFileError(files.display_name(file), error) from None
    try:
        return S_ISREG(os.fstat(descriptor).st_mode) and os.read(descriptor, len(_FIRST)) == _FIRST.encode()
    finally:
        os.close(descriptor)


def _lines(made: Project, file: str, started: Sequence[str]) -> Iterator[str]:
    yield f"Written: {file}"
    if made.variables:
        yield "Set in .env beside it:"
    for name, source in made.variables.items():
        default = f"; default {LOCAL_URL}" if name == NATS_URL else "; optional" if source.optional else ""
        yield f"  {name}: {source}{default}"
    if made.files:
        yield "Create beside it:"
    for name, content in made.files.items():
        yield f"  {name}: {content}"
    if made.told:
        yield "Not as in a cluster:"
    yield from (f"  {note}" for note in made.told)
    yield f"Start it: {join(started)}"
