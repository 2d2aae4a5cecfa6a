"""Health checks of compose files that are one HTTP request, and those that are more."""

import pytest

from function.base.manifest import Json
from function.importing.compose_health import request

URL = "http://localhost:8080/health"


@pytest.mark.parametrize(
    ("test", "path", "number"),
    [
        (["CMD", "curl", "-f", URL], "/health", 8080),
        (["CMD-SHELL", f"curl -f {URL} || exit 1"], "/health", 8080),
        ("wget --spider http://127.0.0.1/", "/", 80),
        ("curl http://localhost", "/", 80),
        ("curl 'http://localhost:1/a'", "/a", 1),
        ("curl --fail localhost:3000/a-b_c.d~e/", "/a-b_c.d~e/", 3000),
        ("wget -qO- http://[::1]:9/ > /dev/null 2>&1 || exit 1", "/", 9),
        ("wget --no-verbose --tries=1 -T 5 -t1 --spider http://0.0.0.0:9/a || false", "/a", 9),
        ("wget -q -O /dev/null http://localhost:9/a ||exit 1;", "/a", 9),
        ("curl -sSfo /dev/null -m 2 --max-time=2 --retry 3 http://localhost:9/a >/dev/null", "/a", 9),
    ],
)
def test_requests(test: Json, path: str, number: int) -> None:
    assert request(test) == {"path": path, "port": number}


@pytest.mark.parametrize(
    "test",
    [
        None,
        [],
        "",
        ["NONE"],
        ["CMD"],
        ["CMD", "pg_isready"],
        ["CMD-SHELL", f"curl {URL}", "x"],
        ["curl", "http://localhost/"],
        "nc -z localhost 80",
        "curl https://localhost/",
        "curl http://nats:8222/",
        "curl http://localhost:80/a?b=c",
        "curl http://localhost.example.com/",
        "curl",
        {"a": 1},
        ["CMD", "curl", "-X", "POST", URL],
        ["CMD", "curl", "-XPOST", URL],
        ["CMD", "curl", "-H", "Authorization: Bearer x", URL],
        ["CMD", "curl", "--header=A: b", URL],
        ["CMD", "curl", "-d", "x", URL],
        ["CMD", "curl", "-u", "a:b", URL],
        ["CMD", "curl", "-T", "file", URL],
        ["CMD", "curl", "--unix-socket", "/run/x", URL],
        ["CMD", "wget", "--post-data=x", URL],
        ["CMD", "wget", "-Y", "off", URL],
        ["CMD", "curl", URL, "|", "grep", "ok"],
        f"curl -f {URL} | grep ok",
        f"curl -f {URL} && curl -f http://localhost:8080/other",
        f"curl -f {URL}; true",
        f"curl -f {URL} http://localhost:8080/other",
        f"curl -f {URL} || kill 1",
        f"curl -f {URL} || exit 1 || true",
        f"curl -f {URL} || true",
        f"curl -f {URL} &",
        f"curl -f {URL} > health.txt",
        f"! curl -f {URL}",
        f"A=b curl -f {URL}",
        f"curl -f `echo {URL}`",
        f"curl -f $(echo {URL})",
        f"curl '{URL}",
        "curl " + "-f " * 10_000 + URL,
    ],
    ids=lambda test: str(test)[:60],
)
def test_no_requests(test: Json) -> None:
    assert request(test) is None
