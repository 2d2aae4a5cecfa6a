"""The state of a server before an editor has connected; tests/cli/commands/test_lsp.py has the rest."""

import asyncio

import pytest

from function.cli.language_server.server import Server, path_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [("file:///w/a%20b.yaml", "/w/a b.yaml"), ("untitled:Untitled-1", "untitled:Untitled-1"), ("", "")],
)
def test_a_file_has_a_path(uri: str, path: str) -> None:
    assert path_of(uri) == path


def test_settings_are_in_the_first_folder() -> None:
    server = Server("1", "own.yaml", "", [])
    assert server.settings == "own.yaml"
    server.folders = ["/w", "/x"]
    assert server.settings == "/w/own.yaml"
    assert Server("1", "/etc/own.yaml", "", []).settings == "/etc/own.yaml"
    assert Server("1", None, "", []).settings is None


def test_a_text_that_is_not_open_or_too_long_is_not_answered() -> None:
    server = Server("1", None, "", [])
    server.desk.open("/w/a.yaml", "a" * (2**20 + 1))
    assert server.text("file:///w/a.yaml") is None
    assert server.text("file:///w/b.yaml") is None


def test_nothing_is_waited_for_before_there_is_a_workspace() -> None:
    asyncio.run(Server("1", None, "", []).learned())
