"""`platformctl lsp`, over standard input and output, with a real client."""

import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.cli.conftest import OWN, Run
from tests.editing import CLAIM, FILE
from tests.language_client import Editor, edit

MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ndata: {password: eA==}\n"
WRONG = CLAIM.replace("size:", "siez:")


def test_findings_follow_the_text(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open("a.txt", WRONG)
        assert [(each.code, each.range.start, each.severity) for each in found] == [
            ("EP102", types.Position(7, 2), types.DiagnosticSeverity.Error)
        ]
        assert found[0].code_description == types.CodeDescription("https://docs.example/docs/reference/codes.md#ep102")
        assert await editor.change("a.txt", CLAIM) == []
        assert [each.code for each in await editor.change("a.txt", f"{CLAIM}  env: [\n")] == ["EP001"]
        params = types.DidCloseTextDocumentParams(editor.document("a.txt"))
        editor.client.text_document_did_close(params)
        assert await editor.diagnostics("a.txt") == []

    edit(tmp_path, work, "--docs-url", "https://docs.example/")


def test_characters_count_as_the_editor_counts_them(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        text = CLAIM.replace("\n", "\r\n") + '  env: [{name: A, value: "😀"}, {nam: B}]\r\n'
        found = await editor.open("a.yaml", text)
        assert [each.range.start for each in found if each.code == "EP102"] == [types.Position(11, 33)]

    edit(tmp_path, work)


def test_a_text_that_cannot_be_read_is_completed(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", f"a: 1\n---\n{CLAIM}  [\n  scaling:\n    \n")
        assert "minReplicas" in await editor.labels("a.yaml", 15, 4)
        assert await editor.labels("a.yaml", 0, 2) == []
        assert await editor.labels("none.yaml", 0, 0) == []

    edit(tmp_path, work)


def test_names_come_from_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/secret.yaml").write_text(MANIFEST)

    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", f"{CLAIM}  secretRefs:\n  - name: db\n")
        assert await editor.labels("a.yaml", 12, 10) == ["db"]
        params = types.DefinitionParams(editor.document("a.yaml"), types.Position(12, 11))
        place = types.Range(types.Position(2, 17), types.Position(2, 19))
        expected = types.Location(editor.document("deep/secret.yaml").uri, place)
        found = await editor.client.text_document_definition_async(params)
        assert isinstance(found, list | tuple)
        assert [*found] == [expected]
        (tmp_path / "deep/secret.yaml").unlink()
        gone = types.FileEvent(editor.document("deep/secret.yaml").uri, types.FileChangeType.Deleted)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([gone]))
        await editor.diagnostics("a.yaml")
        assert await editor.labels("a.yaml", 12, 10) == []

    edit(tmp_path, work)


def test_mistakes_are_corrected(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", WRONG)
        everything = types.Range(types.Position(0, 0), types.Position(7, 0))
        for only, titles in ((None, ["Change to 'size'"]), (["source"], ["Correct all mistakes"]), (["refactor"], [])):
            context = types.CodeActionContext([], only)
            params = types.CodeActionParams(editor.document("a.yaml"), everything, context)
            found = await editor.client.text_document_code_action_async(params) or ()
            assert [action.title for action in found] == titles
            for action in found:
                assert isinstance(action, types.CodeAction)
                assert action.edit is not None
                place = types.Range(types.Position(7, 4), types.Position(7, 6))
                assert action.edit.changes == {editor.document("a.yaml").uri: (types.TextEdit(place, "ze"),)}

    edit(tmp_path, work)


def test_fields_are_described(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", WRONG)
        for line, word in ((6, "Container image"), (7, ""), (99, "")):
            params = types.HoverParams(editor.document("a.yaml"), types.Position(line, 4))
            found = await editor.client.text_document_hover_async(params)
            assert bool(found) is bool(word)
            if found:
                assert isinstance(found.contents, types.MarkupContent)
                assert "**image**" in found.contents.value

    edit(tmp_path, work)


def test_a_file_of_l5_is_checked_with_what_extends_it(tmp_path: Path) -> None:
    (tmp_path / "production.infra").write_text('extends: base.infra\nversion: "1.0"\nenvironment: production\n')

    async def work(editor: Editor) -> None:
        part = FILE.partition("streams")[1] + FILE.partition("streams")[2]
        assert await editor.open("base.infra", part) == []
        assert [each.code for each in await editor.change("base.infra", part + "    topc: a\n")] == ["EP102"]
        assert [each.code for each in await editor.open("alone.infra", part)] == ["EP101", "EP101"]

    edit(tmp_path, work)


def test_an_organization_has_its_own_settings(tmp_path: Path) -> None:
    (tmp_path / "platform.yaml").write_text(OWN)
    own = CLAIM.replace("platform.bizmatters.io", "apis.example.org").replace("EventDrivenService", "Worker")

    async def work(editor: Editor) -> None:
        assert [each.code for each in await editor.open("a.yaml", own)] == ["EP104"]
        assert await editor.labels("a.yaml", 7, 8) == ["xs"]
        assert await editor.open("b.yaml", WRONG) == []
        (tmp_path / "platform.yaml").write_text(OWN.replace("xs", "small"))
        saved = types.DidSaveTextDocumentParams(editor.document("platform.yaml"))
        editor.client.text_document_did_save(saved)
        assert await editor.diagnostics("a.yaml") == []

    edit(tmp_path, work, "--platform-config", "platform.yaml")


def test_settings_that_cannot_be_used_are_reported(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        assert await editor.open("a.yaml", CLAIM) == []
        assert editor.messages == [
            f"cannot read {tmp_path}/none.yaml: no such file or directory. The built-in settings are used"
        ]

    edit(tmp_path, work, "--platform-config", "none.yaml")


HOSTILE = ("\x00", "[" * 5000, "a: &a [*a]", "- " * 3000, "\ufeff", "%TAG ! x\n" * 200, "?" * 9, "#" * 2**20)


def test_hostile_texts_are_answered(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("a.yaml", CLAIM)
        for text in HOSTILE:
            await editor.change("a.yaml", CLAIM + text)
            for line in range(13):
                await editor.labels("a.yaml", line, 99999)
                position = types.Position(line, 4)
                await editor.client.text_document_hover_async(types.HoverParams(editor.document("a.yaml"), position))
        assert editor.messages == []

    edit(tmp_path, work)


def test_a_text_that_is_too_long_says_so(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open("a.yaml", CLAIM + "#" * 2**20)
        assert [each.severity for each in found] == [types.DiagnosticSeverity.Information]
        assert await editor.labels("a.yaml", 0, 0) == []

    edit(tmp_path, work)


def test_without_its_library_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("function.cli.language_server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    done = run("lsp")
    assert done.code == 2
    assert "pipx install '.[lsp]'" in done.err
