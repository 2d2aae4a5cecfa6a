"""Options that several commands share, and the check of paths."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click
from click.shell_completion import CompletionItem

from function.base.codes import CODES, FAMILIES
from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check.files import STDIN
from function.cli.format_options import OPTIONS, Formats
from function.publish.sentence import first_sentence

Command = TypeVar("Command", bound=Callable[..., Any])
Paths = TypeVar("Paths", bound="str | tuple[str, ...] | None")
_READ = f"{__name__}.read"
"""How often standard input is named, in the settings of a call."""
_EMPTY = describe("a path must not be empty", hint="use . for the current folder")


def named(context: click.Context, _parameter: click.Parameter, value: Paths) -> Paths:
    """Return the path or paths to read.

    An empty path, which would mean the current folder, is a usage error, and so is standard input for two of them.
    """
    paths = value if isinstance(value, tuple) else (value,)
    if "" in paths:
        raise click.BadParameter(_EMPTY)
    context.meta[_READ] = context.meta.get(_READ, 0) + paths.count(STDIN)
    if STDIN in paths and context.meta[_READ] > 1:
        hint = "name files for the other inputs"
        raise click.BadParameter(describe("standard input (-) can be read only once", hint=hint))
    return value


def target(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the path to write; an empty one, and standard output, are usage errors."""
    if value == "":
        raise click.BadParameter(_EMPTY)
    if value == STDIN:
        raise click.BadParameter(describe("cannot write to standard output", hint="name a file or folder"))
    return value


def any_path(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete the name of a file or folder."""
    return [CompletionItem(incomplete, type="file")]


def written(
    parameter: Literal["file", "folder"], text: str, *, default: str | None = None, required: bool = False
) -> Callable[[Command], Command]:
    """Return the option for what a command writes, which gets it in this parameter."""
    # click takes None for a default too, so the option would not be required any more
    settings: dict[str, Any] = {"required": True} if required else {"default": default, "show_default": bool(default)}
    return click.option(
        "-o",
        "--output",
        parameter,
        metavar={"file": "FILE", "folder": "DIR"}[parameter],
        callback=target,
        shell_complete=any_path,
        help=text,
        **settings,
    )


class Findings(Formats):
    """The values of the options in `findings`."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str


def _codes(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a list with commas; a text with which no code begins is a usage error."""
    codes = [code.name for code in CODES]
    found = tuple(text.strip() for value in values for text in value.split(","))
    for text in found:
        if not text or not any(code.startswith(text) for code in codes):
            near = closest_match(text, [*FAMILIES, *codes])
            hint = f"did you mean {near}?" if near else "docs/reference/codes.md lists all codes"
            raise click.BadParameter(describe("no code begins like this", got=shown(text), hint=hint))
    return found


def _code(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes that begin like the last one of a list with commas."""
    before, comma, begun = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{code.name}", help=first_sentence(code.meaning))
        for code in CODES
        if code.name.startswith(begun.upper())
    ]


_FINDINGS = (
    *OPTIONS,
    click.option(
        "--select",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        shell_complete=_code,
        help="Report only these codes. EP1,EP302 stands for all codes that begin with EP1, and for EP302.",
    ),
    click.option(
        "--ignore",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        shell_complete=_code,
        help="Do not report these codes, even if --select names them.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(("error", "warning", "never")),
        default="error",
        show_default=True,
        help="The least severe finding that gives exit code 1.",
    ),
)


def findings(command: Command) -> Command:
    """Add the options of a command that reports findings: the parameters in `Findings`."""
    for option in reversed(_FINDINGS):
        command = option(command)
    return command


strict = click.option("--strict", is_flag=True, help="Fail on warnings; the same as --fail-on warning.")

text_or_json = click.option(
    "-o", "--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format."
)

platform_config = click.option(
    "--platform-config",
    metavar="FILE",
    callback=named,
    shell_complete=any_path,
    help="File with the platform's settings: a PlatformConfig, the Composition that contains it, or an "
    "EnvironmentConfig, which may also follow one of the other two. Default: built-in settings.",
)

scope = click.option(
    "--scope",
    type=click.Choice(["claims", "namespaced"]),
    default="claims",
    show_default=True,
    help="Scope in which the API is installed: claims, or namespaced composites.",
)

required = click.option(
    "--required",
    "required_path",
    metavar="PATH",
    callback=named,
    shell_complete=any_path,
    help="Resources of the cluster that the function reads, such as ConfigMaps with values of variables, in a file or "
    "a folder.",
)

env_file = click.option(
    "--env-file",
    metavar="FILE",
    callback=named,
    shell_complete=any_path,
    help="File with values of variables; the environment takes precedence. Default: .env in the current folder.",
)

terraform_outputs = click.option(
    "--terraform-outputs",
    "outputs",
    metavar="FILE",
    callback=named,
    shell_complete=any_path,
    help="What terraform output -json prints: values of variables, after the environment and the file with variables.",
)

namespace = click.option(
    "--namespace",
    metavar="NAME",
    default="default",
    show_default=True,
    help="Namespace of the claim; the platform's policy may depend on it.",
)
