"""An editor: a real client of the protocol, and a language server in a process of its own."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

_LONGEST = 60
"""Seconds until a test fails that waits for a server which does not answer."""


class Editor:
    """An editor whose workspace is one folder."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.messages: list[str] = []
        self.version: int | None = None
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        def published(params: types.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        def shown(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        client.feature(types.WINDOW_SHOW_MESSAGE)(shown)

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier((self.folder / name).as_uri())

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """Return what is published next about a text."""
        while (published := await self._published.get()).uri != self.document(name).uri:
            pass
        self.version = published.version
        return list(published.diagnostics)

    async def open(self, name: str, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.document(name).uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(name)

    async def change(self, name: str, text: str) -> list[types.Diagnostic]:
        document = types.VersionedTextDocumentIdentifier(2, self.document(name).uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        return await self.diagnostics(name)

    async def labels(self, name: str, line: int, character: int) -> list[str]:
        """Return what can be written at a position."""
        params = types.CompletionParams(self.document(name), types.Position(line, character))
        found = await self.client.text_document_completion_async(params)
        assert isinstance(found, types.CompletionList)
        return [item.label for item in found.items]


def edit(folder: Path, work: Callable[[Editor], Awaitable[Any]], *options: str) -> None:
    """Start a server for a folder, do some work, and end it; a server that ends otherwise is a failure."""

    async def session() -> None:
        client = LanguageClient("tests", "1")
        editor = Editor(client, folder)
        await client.start_io(sys.executable, "-c", "from function.cli import main; main()", "lsp", *options)
        try:
            capabilities = types.ClientCapabilities()
            await client.initialize_async(types.InitializeParams(capabilities, root_uri=folder.as_uri()))
            client.initialized(types.InitializedParams())
            await work(editor)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]  # pygls does not say what it returns

    asyncio.run(asyncio.wait_for(session(), _LONGEST))
