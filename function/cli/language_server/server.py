"""The state of a language server: the settings, the workspace, and the texts that wait to be checked."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from function.base.variables import Source
from function.cli.language_server import messages
from function.cli.language_server.desk import Desk, found_in
from function.editor.positions import Encoding
from function.editor.text import Text

_ENCODINGS: tuple[Encoding, ...] = ("utf-16", "utf-8", "utf-32")
_PAUSE = 0.1
"""Seconds without a change after which a text is checked again."""


class Server(LanguageServer):
    """A server for one editor."""

    def __init__(self, version: str, settings: str | None, codes: str, variables: Sequence[Source]) -> None:
        # editors count other line ends than Python, so a part of a text could be put into the wrong line
        super().__init__("platformctl", version, types.TextDocumentSyncKind.Full)
        self.codes = codes
        self.folders: list[str] = []
        self.uris: dict[str, str] = {}
        """The addresses of texts by their paths, as the editor writes them."""
        self.versions: dict[str, int] = {}
        """The versions of open texts by their paths, as the editor counts them."""
        self.desk = Desk("utf-16", variables)
        self._settings = settings
        self._variables = variables
        self._learned: asyncio.Task[None] | None = None
        self._compared: asyncio.Task[None] | None = None
        self._published: dict[str, Sequence[types.Diagnostic]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def begin(self) -> None:
        """Read the workspace; until that is done, nothing that depends on other files is answered."""
        chosen = self.workspace.position_encoding
        encoding = next((name for name in _ENCODINGS if name == chosen), _ENCODINGS[0])
        self.folders = [path for uri in self._roots() if (path := uris.to_fs_path(uri))]
        self.desk = Desk(encoding, self._variables, self.folders)
        self.reload()

    def reload(self) -> None:
        """Read the settings and then the workspace, and check all open texts."""
        wrong = self.desk.settle(self.settings)
        if wrong:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, wrong))
        if self._compared is not None:
            self._compared.cancel()
        self._learned = asyncio.get_running_loop().create_task(self._learn())

    @property
    def settings(self) -> str | None:
        """Return the path of the platform's settings; a relative one is in the first folder of the workspace."""
        return str(Path(*self.folders[:1], self._settings)) if self._settings else None

    def report_server_error(self, error: Exception, source: object) -> None:
        """Show that the server has a bug, without the text of the error, which might contain a secret."""
        message = f"internal error of platformctl lsp: {type(error).__name__}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    async def learned(self) -> None:
        """Wait until the workspace is read."""
        if self._learned is not None:
            await self._learned

    async def _learn(self) -> None:
        self.desk.warm()
        paths = [*found_in(self.folders), *self.desk.texts]
        for path in paths:
            self.desk.learn(path)
            await asyncio.sleep(0)  # answer requests in between
        for path in self.desk.texts:
            self.check(path)
        self._compared = asyncio.get_running_loop().create_task(self._compare(paths))

    async def _compare(self, paths: Sequence[str]) -> None:
        for path in paths:
            self.desk.compare(path)
            await asyncio.sleep(0)  # answer requests in between
        self.desk.tree.is_whole = True
        for path in self.desk.texts:
            if self._found(path) != self._published.get(path):
                self.check(path)

    def text(self, uri: str) -> Text | None:
        """Return an open text, unless it is too long."""
        text = self.desk.texts.get(path_of(uri))
        return None if text is None or text.is_too_long else text

    def check_soon(self, path: str) -> None:
        """Check a text once nobody has typed for a moment."""
        if path in self._waiting:
            self._waiting[path].cancel()
        self._waiting[path] = asyncio.get_running_loop().call_later(_PAUSE, self.check, path)

    def check(self, path: str) -> None:
        """Publish what is wrong with a text; of a text that was closed, nothing is."""
        self._published[path] = found = self._found(path)
        uri, number = self.uris.get(path, path), self.versions.get(path)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, number))

    def _found(self, path: str) -> Sequence[types.Diagnostic]:
        text = self.desk.texts.get(path)
        if text is None:
            return []
        if text.is_too_long:
            return [messages.too_long()]
        return [messages.diagnostic(finding, text, self.codes) for finding in self.desk.findings(text)]

    def _roots(self) -> list[str]:
        folders = [folder.uri for folder in self.workspace.folders.values()]
        return folders or ([self.workspace.root_uri] if self.workspace.root_uri else [])


def path_of(uri: str) -> str:
    """Return the path of a file, or the URI of a text that is not saved."""
    return uris.to_fs_path(uri) or uri
