"""The manual pages say what `--help` says, and troff shows any text as it is."""

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from tests.tools.test_commands import ALL
from tools.manual import page, pages, text

PAGES = pages()
groff = pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
HOSTILE = r""".so /etc/passwd
'de x \n .. \f[B]bold\*[name] — "quoted" `$(id)` ^~ #| -- .TP \X'tty' \!"""


def shown(source: str) -> str:
    """Return a page as a terminal shows it, in one line; troff must have nothing to say about it."""
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-c", "-K", "utf8"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    plain = re.sub(r".\x08", "", done.stdout)
    return " ".join(plain.split())


def command(help_text: str, name: str = "x") -> click.Context:
    option = click.Option(["--level"], metavar="A'B", help=help_text)
    return click.Context(click.Command(name, help=help_text, params=[option]), info_name=name)


def test_each_command_has_a_page() -> None:
    assert {*PAGES} == {f"man/{context.command_path.replace(' ', '-')}.1" for context in ALL}


def test_each_option_of_the_help_is_there() -> None:
    missing = [
        f"{context.command_path} {name}"
        for context in ALL
        for parameter in context.command.get_params(context)
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if rf"\fB{text(name)}\fR" not in PAGES[f"man/{context.command_path.replace(' ', '-')}.1"]
    ]
    assert missing == []


def test_pages_have_no_date_and_stay_as_they_are() -> None:
    assert pages() == PAGES
    assert all(re.search(r'^\.TH \S+ 1 "" ', found, re.MULTILINE) for found in PAGES.values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (".env in the folder", r"\&.env in the folder"),
        ("'so x", r"\(aqso x"),
        (r"a\nb", r"a\[rs]nb"),
        ("--fix", r"\-\-fix"),
        ("a\n.so b", "a .so b"),
        ("über …", r"\[u00FC]ber \[u2026]"),
        ("\x1b[31mred\x00", "[31mred"),
        ("`a^b~`", r"\(gaa\(hab\(ti\(ga"),
        ("", ""),
    ],
)
def test_a_text_is_no_request(words: str, expected: str) -> None:
    assert text(words) == expected


def test_only_requests_of_ours_begin_a_line() -> None:
    known = (".TH", ".SH", ".TP", ".PP", ".ad", ".nh", '.\\"')
    for source in (*PAGES.values(), page(command(HOSTILE))):
        requests = [line for line in source.splitlines() if line.startswith((".", "'"))]
        assert [line for line in requests if not line.startswith(known)] == []


@groff
def test_a_hostile_text_is_shown_as_it_is() -> None:
    assert shown(page(command(HOSTILE))).count(" ".join(HOSTILE.split())) == 2


@groff
@pytest.mark.parametrize("name", PAGES)
def test_troff_has_no_warning(name: str) -> None:
    assert "NAME platformctl" in shown(PAGES[name])


@groff
def test_a_page_says_what_the_help_says() -> None:
    found = shown(PAGES["man/platformctl-validate.1"])
    assert "platformctl validate [OPTIONS] PATH..." in found
    assert "--fail-on [error|warning|never] The least severe finding that gives exit code 1. [default: error]" in found
    assert "SEE ALSO platformctl(1)" in found


def test_the_folder_has_only_pages() -> None:
    assert {path.name for path in (Path(__file__).parents[2] / "man").iterdir()} == {Path(name).name for name in PAGES}
