"""The state of a server, before an editor has connected and after; tests/cli/commands/test_lsp.py has the rest."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types

from function.cli.language_server.server import Server, path_of
from tests.editing import CLAIM
from tests.language_client import Editor, edit

WRONG = CLAIM.replace("size:", "siez:")


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


def test_findings_name_the_version_of_the_text(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", WRONG)
        assert editor.version == 1
        await editor.change("a.yaml", CLAIM)
        assert editor.version == 2
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("a.yaml")))
        await editor.diagnostics("a.yaml")
        assert editor.version is None

    edit(tmp_path, work)


def test_files_are_compared_with_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLAIM)
    reader = CLAIM.replace("name: orders", "name: reader")

    async def work(editor: Editor) -> None:
        found = await editor.open("b.yaml", reader)
        while not found:
            found = await editor.diagnostics("b.yaml")
        assert [(each.code, each.severity) for each in found] == [("EP501", types.DiagnosticSeverity.Information)]
        assert "EventDrivenService shop/orders (a.yaml:11) reads the same consumer" in found[0].message
        (tmp_path / "a.yaml").unlink()
        gone = types.FileEvent(editor.document("a.yaml").uri, types.FileChangeType.Deleted)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([gone]))
        while found:
            found = await editor.diagnostics("b.yaml")

    edit(tmp_path, work)
