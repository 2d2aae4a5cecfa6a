"""The manual pages of `platformctl`: one for each command, from the same descriptions and options as `--help`."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc

import click

from function.cli.group import platformctl

FOLDER = "man"
_WIDTH = 110
_HEAD = r".\" Generated from the commands of platformctl by `make generate`. Do not edit."
_ESCAPES = str.maketrans({"\\": r"\[rs]", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"})
"""What would be read as a request, or shown as another character than the one that a shell understands."""
_OPTION = re.compile(r"((?<!\S)--?\w[\w-]*)")


def pages() -> Mapping[str, str]:
    """Return the pages by their paths. They have no date, so that the same commands give the same pages."""
    root = click.Context(platformctl, info_name="platformctl", **platformctl.context_settings)
    return {f"{FOLDER}/{_name(context)}.1": page(context) for context in _contexts(root)}


def page(context: click.Context) -> str:
    """Return the page of a command."""
    name = _name(context)
    return "\n".join(
        [
            _HEAD,
            f'.TH {text(name.upper())} 1 "" "function\\-event\\-platform" "Commands of platformctl"',
            ".ad l",
            ".nh",
            *_section("NAME", [f"{text(name)} \\- {text(_summary(context.command))}"]),
            *_section("SYNOPSIS", [f"\\fB{text(context.command_path)}\\fR {text(_usage(context))}"]),
            *_section("DESCRIPTION", _paragraphs(context.command.help or "")),
            *_section("OPTIONS", _rows((_marked(left), right) for left, right in _options(context))),
            *_section("COMMANDS", _rows((_page_of(below), _summary(below.command)) for below in _below(context))),
            *_section("SEE ALSO", [f"{_page_of(context.parent)}"] if context.parent else []),
            "",
        ]
    )


def text(words: str) -> str:
    """Return a text of one line as troff shows it unchanged."""
    escaped = "".join(letter for letter in " ".join(words.split()) if letter.isprintable()).translate(_ESCAPES)
    guarded = rf"\&{escaped}" if escaped.startswith(".") else escaped
    return "".join(letter if letter.isascii() else rf"\[u{ord(letter):04X}]" for letter in guarded)


def _contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    for below in _below(context):
        yield from _contexts(below)


def _below(context: click.Context) -> Iterator[click.Context]:
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                yield click.Context(command, parent=context, info_name=name)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = [*lines]
    return [f".SH {title}", *found] if found else []


def _paragraphs(description: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", cleandoc(description))):
        yield from [".PP", *_lines(paragraph)] if number else _lines(paragraph)


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for left, right in rows:
        yield from (".TP", left, *_lines(right))


def _lines(words: str) -> Iterator[str]:
    """Yield a paragraph in lines that are easy to compare."""
    plain = " ".join(words.split())
    yield from map(text, textwrap.wrap(plain, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _options(context: click.Context) -> Iterator[tuple[str, str]]:
    records = (parameter.get_help_record(context) for parameter in context.command.get_params(context))
    # an argument is in the synopsis, and has no description
    return (record for record in records if record and record[1])


def _marked(left: str) -> str:
    """Return the names of an option in bold, and its value as it is."""
    parts = enumerate(_OPTION.split(left))
    return "".join(rf"\fB{text(part)}\fR" if position % 2 else _kept(part) for position, part in parts)


def _kept(part: str) -> str:
    """Return what is between two names, with the spaces at its ends."""
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{before}{text(part)}{after}" if part.strip() else part


def _page_of(context: click.Context) -> str:
    return rf"\fB{text(_name(context))}\fR(1)"


def _summary(command: click.Command) -> str:
    """Return the first line of a command's module, or the first sentence of its description."""
    return (command.short_help or (command.help or "").partition("\n")[0]).strip().rstrip(".")


def _usage(context: click.Context) -> str:
    return " ".join(context.command.collect_usage_pieces(context))


def _name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")
