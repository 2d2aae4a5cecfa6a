"""Asks a schema registry for the newest schema of a subject. Redirects are not followed, and nothing of it is kept."""

import json
import socket
from contextlib import closing
from http.client import HTTPConnection, HTTPException

from function.base.manifest import text_at
from function.base.preflight import DENIED, DIFFERENT, MISSING, PASSED, UNEXPECTED
from function.base.preflight_target import Endpoint

_LARGEST = 1024 * 1024
_AVRO = "AVRO"
"""Registries leave this type out."""


def asked(connection: socket.socket, endpoint: Endpoint) -> str:
    """Return whether the registry has a schema of the format."""
    try:
        with closing(HTTPConnection(endpoint.host, endpoint.port)) as http:
            http.sock = connection
            http.request("GET", endpoint.path, headers={"Accept": "application/json", "Connection": "close"})
            response = http.getresponse()
            body = response.read(_LARGEST + 1)
    except (HTTPException, ValueError):
        return UNEXPECTED
    if response.status in (401, 403):
        return DENIED
    if response.status == 404:
        return MISSING
    if response.status != 200 or len(body) > _LARGEST:
        return UNEXPECTED
    return _judged(body, endpoint.format)


def _judged(body: bytes, wanted: str) -> str:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return UNEXPECTED
    if not text_at(found, "schema"):
        return UNEXPECTED
    return PASSED if (text_at(found, "schemaType") or _AVRO) == wanted else DIFFERENT
