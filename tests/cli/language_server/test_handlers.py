"""What a server can be asked; tests/cli/commands/test_lsp.py asks it."""

from lsprotocol import types

from function.cli.language_server.handlers import create

ASKED = {
    types.TEXT_DOCUMENT_COMPLETION,
    types.TEXT_DOCUMENT_HOVER,
    types.TEXT_DOCUMENT_DEFINITION,
    types.TEXT_DOCUMENT_CODE_ACTION,
}


def test_each_request_has_an_answer() -> None:
    server = create("1", None, "", [])
    assert {*server.protocol.fm.features} >= ASKED
    assert types.TEXT_DOCUMENT_FORMATTING not in server.protocol.fm.features
