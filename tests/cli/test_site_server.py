"""The server of the site: it has these files and no others, and only this machine reaches it."""

from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from socket import socketpair
from threading import Thread

import pytest

from function.cli.site_server import HOST, site_server
from function.site.page import POLICY

FILES: Mapping[str, bytes] = {"index.html": b"<p>start</p>", "site.js": b"1", "icon.svg": b"<svg/>", "a.css": b"a{}"}


@pytest.fixture
def port() -> Iterator[int]:
    with site_server(FILES, 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def answer(port: int, path: str, *, method: str = "GET", host: str = "") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(HOST, port)
    connection.request(method, path, headers={"Host": host or f"localhost:{port}"})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/index.html?a=b", "index.html", "text/html; charset=utf-8"),
        ("/site.js", "site.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "icon.svg", "image/svg+xml"),
        ("/%61.css", "a.css", "text/css; charset=utf-8"),
    ],
)
def test_it_has_the_files(port: int, path: str, name: str, kind: str) -> None:
    response, content = answer(port, path)
    assert (response.status, response.headers["Content-Type"], content) == (200, kind, FILES[name])


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "//index.html", "/Index.html", "/%00", "/a/"),
        *("/.platformctl-site", "/" + "a" * 9000, "http://[", "http://localhost/index.html"),
    ],
)
def test_it_has_nothing_else(port: int, path: str) -> None:
    response, content = answer(port, path)
    assert response.status in (200, 404)
    assert content in (b"There is no such page.\n", FILES["index.html"])


@pytest.mark.parametrize("path", ["/", "/missing"])
def test_every_answer_has_the_security_headers(port: int, path: str) -> None:
    headers = answer(port, path)[0].headers
    assert headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Server"].strip() == "platformctl"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "127.0.0.1.evil.example:{}", "localhost", "x:{}"])
def test_a_page_elsewhere_cannot_read_it_under_a_name_of_its_own(port: int, host: str) -> None:
    response, content = answer(port, "/", host=host.format(port))
    assert response.status == 403
    assert FILES["index.html"] not in content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_it_only_reads(port: int, method: str) -> None:
    assert answer(port, "/", method=method)[0].status == 501


def test_head_has_the_headers_and_no_content(port: int) -> None:
    response, content = answer(port, "/", method="HEAD")
    assert (response.status, response.headers["Content-Length"], content) == (200, "12", b"")


def test_a_port_is_used_once(port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        site_server(FILES, port)


def test_a_browser_that_goes_away_is_no_error() -> None:
    ours, theirs = socketpair()
    theirs.sendall(b"GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n")
    theirs.close()
    with site_server(FILES, 0) as server, ours:
        server.RequestHandlerClass(ours, (HOST, 1), server)
