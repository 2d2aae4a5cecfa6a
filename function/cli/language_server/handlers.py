"""The requests and notifications of an editor, each answered from the desk."""

import logging
from collections.abc import Sequence

from lsprotocol import types
from pygls import uris

from function.base.variables import Source
from function.cli.language_server import messages
from function.cli.language_server.server import Server, path_of
from function.editor.positions import Point

_QUICK_FIX, _FIX_ALL = types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll
_WATCHED = "**/*.{yaml,yml,json,infra}"
_ACTIONS = types.CodeActionOptions(code_action_kinds=[_QUICK_FIX, _FIX_ALL])
_COMPLETION = types.CompletionOptions(trigger_characters=[" ", ":", "-", "/"])


def create(version: str, settings: str | None, codes: str, variables: Sequence[Source]) -> Server:
    """Return a server that answers."""
    # its messages repeat whole texts, and an editor keeps standard error in a file
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    logging.getLogger("pygls").propagate = False
    server = Server(version, settings, codes, variables)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, _COMPLETION)(_completion)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(_definition)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _ACTIONS)(_code_actions)
    return server


def _initialized(server: Server, _params: types.InitializedParams) -> None:
    server.begin()
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if watched and watched.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        server.client_register_capability(types.RegistrationParams([types.Registration(method, method, options)]))


async def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    path = path_of(params.text_document.uri)
    server.uris[path] = params.text_document.uri
    server.versions[path] = params.text_document.version
    server.desk.open(path, params.text_document.text)
    await server.learned()
    server.check(path)


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    path = path_of(params.text_document.uri)
    server.versions[path] = params.text_document.version
    server.desk.open(path, params.content_changes[-1].text)
    server.check_soon(path)


async def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    await _known(server, [path_of(params.text_document.uri)])


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    path = path_of(params.text_document.uri)
    server.versions.pop(path, None)
    server.desk.close(path)
    server.desk.compare(path)
    server.check(path)


async def _files_changed(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    await _known(server, [path_of(change.uri) for change in params.changes])


async def _known(server: Server, paths: Sequence[str]) -> None:
    """Take in files that are new, changed, or gone, and check the open texts, which may refer to them."""
    if server.settings in paths:
        server.reload()
    await server.learned()
    for path in paths:
        server.desk.learn(path)
        server.desk.compare(path)
    for path in [*server.desk.texts]:
        server.check(path)


async def _completion(server: Server, params: types.CompletionParams) -> types.CompletionList:
    await server.learned()
    text = server.text(params.text_document.uri)
    offer = server.desk.offer(text, _point(params.position)) if text else None
    return types.CompletionList(is_incomplete=False, items=[*messages.items(*offer)] if offer else [])


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    text = server.text(params.text_document.uri)
    about = server.desk.about(text, _point(params.position)) if text else None
    if about is None:
        return None
    markdown, span = about
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, markdown), messages.range_of(span))


async def _definition(server: Server, params: types.DefinitionParams) -> list[types.Location]:
    await server.learned()
    text = server.text(params.text_document.uri)
    found = server.desk.definitions(text, _point(params.position)) if text else ()
    return [
        types.Location(server.uris.get(path) or uris.from_fs_path(path) or path, messages.range_of(span))
        for path, span in found
    ]


async def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    await server.learned()
    uri, only = params.text_document.uri, params.context.only
    text = server.text(uri)
    if text is None:
        return []
    first, last = params.range.start.line, params.range.end.line
    one = server.desk.corrections(text, first, last) if _is_wanted(_QUICK_FIX, only) else ()
    every = server.desk.all_corrections(text) if only and _is_wanted(_FIX_ALL, only) else ()
    return [
        *(messages.action(found, uri, text, _QUICK_FIX, server.codes) for found in one),
        *(messages.action(found, uri, text, _FIX_ALL, server.codes) for found in every),
    ]


def _is_wanted(kind: types.CodeActionKind, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Return whether an editor asks for a kind of action, by its name or the beginning of that."""
    return not only or any(kind.value == wanted or kind.value.startswith(f"{wanted}.") for wanted in map(_name, only))


def _name(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _point(position: types.Position) -> Point:
    return Point(position.line, position.character)
