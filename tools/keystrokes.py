"""How long an editor waits for `platformctl lsp`: run `.venv/bin/python -m tools.keystrokes`.

It goes through a claim of 100 lines. Each request is one that an editor sends after a keystroke: for completions, a
description, a definition, and quick fixes. The server sends findings on its own; their time is that from a change until
they arrive, with the tenth of a second in which nobody types. The times are those of a client on the same machine, with
the protocol.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parent.parent
LINES = 100
FINDINGS = "findings"
CLAIM = ROOT / "examples" / "eventdrivenservice" / "http-worker" / "claim.yaml"


def text() -> str:
    """Return a claim of 100 lines: an example, and as many variables as it takes."""
    lines = CLAIM.read_text().splitlines()
    lines += ["  env:"] if not any(line.startswith("  env:") for line in lines) else []
    for number in range((LINES - len(lines) + 1) // 2):
        lines += [f"    - name: VARIABLE_{number}", f'      value: "{number}"']
    return "\n".join(lines[:LINES]) + "\n"


async def measured(folder: Path) -> dict[str, list[float]]:
    """Return the seconds of each answer, by request."""
    client = LanguageClient("keystrokes", "1")
    published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    def take(params: types.PublishDiagnosticsParams) -> None:
        published.put_nowait(params)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(take)
    source, document = text(), types.TextDocumentIdentifier((folder / "claim.yaml").as_uri())
    await client.start_io(sys.executable, "-c", "from function.cli import main; main()", "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=folder.as_uri()))
    client.initialized(types.InitializedParams())
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(document.uri, "yaml", 1, source))
    )
    await published.get()
    times: dict[str, list[float]] = {FINDINGS: []}
    for number in range(LINES):
        start = time.perf_counter()
        client.text_document_did_change(change(document, number, f"{source}#{number}\n"))
        while (await published.get()).version != number + 2:
            pass
        times[FINDINGS].append(time.perf_counter() - start)
    for number, line in enumerate(source.splitlines()):
        place = types.Position(number, len(line))
        client.text_document_did_change(change(document, LINES + number, source))
        for name, request in requests(client, document, place).items():
            start = time.perf_counter()
            await request()
            times.setdefault(name, []).append(time.perf_counter() - start)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]  # pygls does not say what it returns
    return times


def change(document: types.TextDocumentIdentifier, number: int, text: str) -> types.DidChangeTextDocumentParams:
    """Return what an editor sends after a keystroke."""
    return types.DidChangeTextDocumentParams(
        types.VersionedTextDocumentIdentifier(number + 2, document.uri),
        [types.TextDocumentContentChangeWholeDocument(text)],
    )


def requests(
    client: LanguageClient, document: types.TextDocumentIdentifier, place: types.Position
) -> dict[str, Callable[[], Awaitable[object]]]:
    """Return the requests at a position."""
    span, context = types.Range(place, place), types.CodeActionContext([])
    return {
        "completion": lambda: client.text_document_completion_async(types.CompletionParams(document, place)),
        "hover": lambda: client.text_document_hover_async(types.HoverParams(document, place)),
        "definition": lambda: client.text_document_definition_async(types.DefinitionParams(document, place)),
        "quick fixes": lambda: client.text_document_code_action_async(types.CodeActionParams(document, span, context)),
    }


def main() -> None:
    """Print the median and the 95th percentile of each request, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        times = asyncio.run(measured(Path(folder)))
    times["all answers"] = [second for name, found in times.items() if name != FINDINGS for second in found]
    for name, found in times.items():
        cut = statistics.quantiles(found, n=20)
        print(f"{name:<12} median {1000 * statistics.median(found):6.1f} ms   95th percentile {1000 * cut[-1]:6.1f} ms")


if __name__ == "__main__":
    main()
