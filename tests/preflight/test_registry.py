"""What a registry may answer, and what servers answer that are none."""

import json
import socket

import pytest

from function.base.manifest import Json
from function.base.preflight import CLOSED, DENIED, DIFFERENT, MISSING, PASSED, TIMEOUT, UNEXPECTED
from function.base.preflight_target import Endpoint
from function.preflight.connect import attempt
from tests.preflight.served import SECONDS, served

PATH = "/api/subjects/orders.v1-value/versions/latest"


def anywhere(_address: str) -> None:
    return None


def found(answer: bytes, wanted: str = "AVRO", seconds: float = SECONDS, *, waits: bool = False) -> tuple[str, bytes]:
    """Return the result, and the question, for a server that answers like this, and then waits or not."""
    asked: list[bytes] = []

    def handle(connection: socket.socket) -> None:
        asked.append(connection.recv(65536))
        connection.sendall(answer)
        while waits and connection.recv(1024):
            pass

    with served(handle) as port:
        result = attempt(Endpoint("127.0.0.1", port, path=PATH, format=wanted), seconds, anywhere)
    return result, asked[0]


def http(status: str, body: Json, *headers: str) -> bytes:
    return answered(status, json.dumps(body).encode(), *headers)


def answered(status: str, content: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + content


def schema(**fields: Json) -> bytes:
    return http("200 OK", {"subject": "orders.v1-value", "version": 3, "schema": '"string"', **fields})


def test_the_newest_schema_is_asked_for_without_any_credential() -> None:
    _, question = found(schema())
    lines = question.decode().split("\r\n")
    assert lines[0] == f"GET {PATH} HTTP/1.1"
    assert sorted(line.partition(":")[0] for line in lines[1:] if line) == [
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Host",
    ]


@pytest.mark.parametrize(
    ("wanted", "answer", "expected"),
    [
        ("AVRO", schema(), PASSED),
        ("AVRO", schema(schemaType="AVRO"), PASSED),
        ("JSON", schema(schemaType="JSON"), PASSED),
        ("JSON", schema(), DIFFERENT),
        ("AVRO", schema(schemaType="PROTOBUF"), DIFFERENT),
        ("AVRO", schema(schemaType=["AVRO"], schema=""), UNEXPECTED),
        ("AVRO", http("404 Not Found", {"error_code": 40401}), MISSING),
        ("AVRO", http("401 Unauthorized", {}), DENIED),
        ("AVRO", http("403 Forbidden", {}), DENIED),
    ],
)
def test_its_type_is_compared(wanted: str, answer: bytes, expected: str) -> None:
    assert found(answer, wanted)[0] == expected


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"password=hunter2",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"x" * 100_000 + b"\r\n\r\n",
        http("302 Found", {}, "Location: http://169.254.169.254/"),
        http("500 Internal Server Error", {}),
        http("200 OK", {}),
        http("200 OK", []),
        http("200 OK", "schema"),
        answered("200 OK", b"<html>"),
        answered("200 OK", b"[" * 100_000),
        answered("200 OK", b"\xff\xfe\xfd"),
        answered("200 OK", b" " * 1_100_000),
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_whatever_else_answers_is_no_registry(answer: bytes) -> None:
    assert found(answer)[0] in (UNEXPECTED, CLOSED)


def test_a_registry_that_does_not_end_its_answer_is_given_up() -> None:
    assert found(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", seconds=0.05, waits=True)[0] == TIMEOUT
