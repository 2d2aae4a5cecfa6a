"""What the function and the pod of a preflight tell each other: addresses to reach, and a result for each, as JSON.

A result is one of a few words. So nothing that a server or a library says can get into a status.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from function.base.manifest import Json, count_at, items_at, text_at

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
RESULTS = (PASSED, UNRESOLVED, FORBIDDEN, REFUSED, TIMEOUT, NO_TLS, CLOSED)

_LONGEST = 4096
_LARGEST_PORT = 65535


@dataclass(frozen=True)
class Endpoint:
    """An address to which a connection is opened, and whether a TLS handshake must succeed there."""

    host: str
    port: int
    tls: bool = False

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def plan(endpoints: Iterable[Endpoint]) -> str:
    """Return the argument that says what to reach."""
    listed = [{"host": endpoint.host, "port": endpoint.port, "tls": endpoint.tls} for endpoint in endpoints]
    return json.dumps(listed, separators=(",", ":"))


def endpoints(text: str) -> list[Endpoint]:
    """Return what an argument says; raises ValueError if it is not a plan."""
    listed = items_at({"plan": json.loads(text)}, "plan")
    found = [Endpoint(text_at(item, "host"), count_at(item, "port"), _flag(item)) for item in listed]
    if not found or len(found) > MOST or not all(each.host and 0 < each.port <= _LARGEST_PORT for each in found):
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


def _flag(item: Json) -> bool:
    return isinstance(item, dict) and item.get("tls") is True
