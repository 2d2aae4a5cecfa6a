"""What the function and the pod of a preflight tell each other: addresses to reach, and a result for each, as JSON.

A result is one of a few words. So nothing that a server or a library says can get into a status.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from function.base.manifest import Json, at, count_at, items_at, text_at

COMMAND = "preflight"
"""The first argument of the image that runs the checks instead of the server; the second one is the plan."""
MOST = 128
"""The most addresses of a plan. Their results fit into a termination message, which has at most 4096 bytes."""

PASSED = "passed"
UNRESOLVED = "unresolved"
FORBIDDEN = "forbidden"
REFUSED = "refused"
TIMEOUT = "timeout"
NO_TLS = "no TLS"
CLOSED = "closed"
DENIED = "denied"
MISSING = "missing"
DIFFERENT = "different"
UNEXPECTED = "unexpected"
RESULTS = (PASSED, UNRESOLVED, FORBIDDEN, REFUSED, TIMEOUT, NO_TLS, CLOSED, DENIED, MISSING, DIFFERENT, UNEXPECTED)

_LONGEST = 4096
_LARGEST_PORT = 65535
_PATH = re.compile("(/[-._~a-zA-Z0-9]+)+")


@dataclass(frozen=True)
class Endpoint:
    """An address to which a connection is opened, and whether a TLS handshake must succeed there.

    With a `path`, it is the address of a schema registry, whose newest schema at this path must have the `format`.
    """

    host: str
    port: int
    tls: bool = False
    path: str = ""
    format: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}{self.path}"


def plan(endpoints: Iterable[Endpoint]) -> str:
    """Return the argument that says what to reach."""
    listed = [{name: value for name, value in asdict(each).items() if value} for each in endpoints]
    return json.dumps(listed, separators=(",", ":"))


def endpoints(text: str) -> list[Endpoint]:
    """Return what an argument says; raises ValueError if it is not a plan."""
    listed = items_at({"plan": json.loads(text)}, "plan")
    found = [_endpoint(item) for item in listed]
    if not found or len(found) > MOST or not all(map(_is_usable, found)):
        raise ValueError("not a plan of a preflight")
    return found


def message(results: Sequence[str]) -> str:
    """Return the termination message."""
    return json.dumps({"results": list(results)}, separators=(",", ":"))


def results(text: str, expected: int) -> tuple[str, ...] | None:
    """Return the results in the order of the plan, or None unless it is a message about so many addresses."""
    if len(text) > _LONGEST:
        return None
    try:
        found = items_at(json.loads(text), "results")
    except (ValueError, RecursionError):
        return None
    known = tuple(result for result in found if isinstance(result, str) and result in RESULTS)
    return known if len(known) == len(found) == expected else None


def _endpoint(item: Json) -> Endpoint:
    host, path, kind = (text_at(item, name) for name in ("host", "path", "format"))
    return Endpoint(host, count_at(item, "port"), at(item, "tls") is True, path, kind)


def _is_usable(endpoint: Endpoint) -> bool:
    asks = not endpoint.path or (_PATH.fullmatch(endpoint.path) is not None and bool(endpoint.format))
    return bool(endpoint.host) and 0 < endpoint.port <= _LARGEST_PORT and asks
