"""Write a first claim, with the descriptions of its fields as comments."""

import os
import posixpath
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from function.apis.registry import APIS, named_apis
from function.base.problems import describe, shown
from function.check import files, platform
from function.check.judge import judge
from function.cli import exit_code, options
from function.cli.ask import asked, wrong
from function.cli.output import write
from function.cli.save import put
from function.publish.starter import claim, commented
from function.yaml.dump import dump

_ALSO: Mapping[str, tuple[str, ...]] = {"EventDrivenService": ("size",), "InfraBinding": ("streams",)}
"""Optional fields that a first claim has."""
_ASKED: Mapping[str, Sequence[Sequence[str]]] = {
    "EventDrivenService": (("image",), ("nats", "stream"), ("nats", "consumer"), ("size",)),
    "InfraBinding": (("environment",),),
}
"""Fields of the spec that --interactive asks for."""


def _schema(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return a path or URL; editors read it up to the first space."""
    if value is not None and (not value.isprintable() or not value or " " in value):
        raise click.BadParameter(describe("must be a path or URL without spaces", got=shown(value)))
    return value


class _Kind(click.Choice[str]):
    """The name of a kind, in any case; click itself would show the names in lower case."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        known = {kind.lower(): kind for kind in self.choices}
        return super().convert(known.get(value.lower(), value), param, ctx)


@click.command(short_help=__doc__)
@click.argument("name", metavar="NAME")
@click.option(
    "--kind",
    type=_Kind(list(APIS)),
    default="EventDrivenService",
    show_default=True,
    help="Kind of the claim.",
)
@options.namespace
@click.option(
    "--schema",
    metavar="PATH|URL",
    callback=_schema,
    help="Where editors find the JSON Schema. Default: where platformctl schema writes it, if it is there.",
)
@options.written("file", "File to write instead of printing.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.option("--interactive", is_flag=True, help="Ask for the values of the most important fields.")
@options.platform_config
def command(
    name: str,
    kind: str,
    namespace: str,
    schema: str | None,
    file: str | None,
    force: bool,
    interactive: bool,
    platform_config: str | None,
) -> int:
    """Print a claim with the name NAME that is valid as it is. Replace its values with your own.

    With --platform-config, its group, kind, and size are those of your platform. What your platform requires in
    addition, such as labels, is reported, and the exit code is 1.
    """
    if interactive and not sys.stdin.isatty():
        raise click.UsageError(describe("--interactive needs a terminal", hint="omit it and edit the claim"))
    settings = platform.load(platform_config)
    api = named_apis(settings.config)[kind]
    document = claim(api, settings.config, name=name, namespace=namespace, also=_ALSO[kind])
    for path in ("metadata.name", "metadata.namespace"):
        if problem := wrong(document, path, settings):
            raise click.UsageError(str(problem))
    for field in _ASKED[kind] if interactive else ():
        document = asked(document, ("spec", *field), settings)
    place = schema or _written(f"apis/{api.folder}/schema.json", file)
    _save(commented(api, settings.config, document, schema=place, dump=dump), file, force=force)
    problems = judge(document, settings) or []
    for problem in problems:
        write(f"{problem.code} {problem}\n", err=True)
    return exit_code.FINDINGS if problems else exit_code.CLEAN


def _written(schema: str, file: str | None) -> str:
    """Return the path of the schema from the folder of the claim, as editors read it; "" if there is no such file."""
    return posixpath.relpath(schema, posixpath.dirname(file or "") or ".") if Path(schema).is_file() else ""


def _save(text: str, file: str | None, *, force: bool) -> None:
    if file is None:
        write(text)
        return
    if not force and os.path.lexists(file):
        raise click.ClickException(_existing(file))
    put(file, text.encode())
    write(f"{file}\n")


def _existing(file: str) -> str:
    if files.is_folder(file):
        return describe(f"cannot write {file}: it is a folder", hint="name a file in it")
    return describe(f"cannot write {file}: it exists already", hint="use --force to replace it")
