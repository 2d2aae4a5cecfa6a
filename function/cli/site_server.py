"""A web server for the files of a site, which it has in memory: no request reaches the file system."""

from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from function.site.page import POLICY

HOST = "127.0.0.1"
_NAMES = frozenset({HOST, "localhost"})
"""How a browser names this machine. Any other name is that of a page that wants to read this one (DNS rebinding)."""
_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_START = "index.html"
_SECONDS = 30
"""Time limit for a request, after which its connection is closed."""


def site_server(files: Mapping[str, bytes], port: int) -> ThreadingHTTPServer:
    """Return a server for these files that listens on this machine only; raises OSError if it cannot."""

    class Handler(_Handler):
        content = files

    return ThreadingHTTPServer((HOST, port), Handler)


class _Handler(BaseHTTPRequestHandler):
    content: Mapping[str, bytes] = {}
    server_version = "platformctl"
    sys_version = ""
    timeout = _SECONDS

    def handle(self) -> None:
        """Answer, unless the browser has gone: somebody may open another page before this one is sent."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer with a file."""
        self.wfile.write(self._answer())

    def do_HEAD(self) -> None:
        """Answer with the headers of a file."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Write no log: nobody else can reach the server."""

    def _answer(self) -> bytes:
        name = unquote(self.path.partition("?")[0]).removeprefix("/") or _START
        if self.headers.get("Host", "").rpartition(":")[0] not in _NAMES:
            status, content, kind = HTTPStatus.FORBIDDEN, b"This site is for browsers on its own machine.\n", "txt"
        elif name in self.content:
            status, content, kind = HTTPStatus.OK, self.content[name], name.rpartition(".")[2]
        else:
            status, content, kind = HTTPStatus.NOT_FOUND, b"There is no such page.\n", "txt"
        self.send_response(status)
        for header, value in _HEADERS.items():
            self.send_header(header, value)
        self.send_header("Content-Type", _TYPES.get(kind, "text/plain; charset=utf-8"))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return content
