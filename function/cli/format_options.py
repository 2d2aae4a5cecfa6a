"""The options -o and --color of commands that print in the formats of findings."""

import os
import sys
from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from function.cli.formats import FORMATS
from function.cli.terminal import COLOR, colored, format_name

Command = TypeVar("Command", bound=Callable[..., Any])


class Formats(TypedDict):
    """The values of the options in `formats`."""

    output: str
    color: bool | None


class _Format(click.Choice[str]):
    """The name of a format; `text` is the earlier name of `concise`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert("concise" if value == "text" else value, param, ctx)


def _output(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    return value or format_name(os.environ, terminal=sys.stdout.isatty())


def _color(_context: click.Context, _parameter: click.Parameter, value: str) -> bool | None:
    return colored(value, os.environ)


OPTIONS = (
    click.option(
        "-o",
        "--output",
        type=_Format(list(FORMATS)),
        callback=_output,
        help="Output format. Default: full on a terminal, github in GitHub Actions, otherwise concise.",
    ),
    click.option(
        "--color",
        type=click.Choice(COLOR),
        default=COLOR[0],
        show_default=True,
        callback=_color,
        help="Colors of the format full. auto: on a terminal, unless NO_COLOR is set.",
    ),
)


def formats(command: Command) -> Command:
    """Add the options of a command that prints in the formats of findings: the parameters in `Formats`."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
