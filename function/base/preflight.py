"""What the function and the pod of a preflight tell each other: what to reach and ask, and a result for each, as JSON.

A result is one of a few words. So nothing that a server or a library says can get into a status.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from function.base.manifest import Json, Manifest, at, count_at, items_at, mapping_at, text_at
from function.base.preflight_target import Endpoint, Question, SecretKey, Target

COMMAND = "preflight"
"""The first argument of the image that runs the checks instead of the server; the second one is the plan."""
CREDENTIALS = "/var/run/preflight"
"""The folder of the pod with the keys of Secrets that questions name."""
MOST = 128
"""The most targets of a plan. Their results fit into a termination message, which has at most 4096 bytes."""

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
REACHED = (PASSED, UNRESOLVED, FORBIDDEN, REFUSED, TIMEOUT, NO_TLS, CLOSED, DENIED, MISSING, DIFFERENT, UNEXPECTED)

NO_CREDENTIALS = "no credentials"
UNTRUSTED = "untrusted"
LOGIN_REFUSED = "login refused"
ADVERTISED = "advertised"
UNAVAILABLE = "unavailable"
UNKNOWN_TOPIC = "unknown topic"
NOT_DESCRIBED = "not described"
NOT_READABLE = "not readable"
NOT_WRITABLE = "not writable"
GROUP_DENIED = "group denied"
UNKNOWN_DATABASE = "unknown database"
UNKNOWN_TABLE = "unknown table"
UNKNOWN_COLUMN = "unknown column"
OTHER_LOGIN = "other login"
FEW_CONNECTIONS = "few connections"
FEW_PARTITIONS = "few partitions"
FEW_REPLICAS = "few replicas"
FEW_IN_SYNC = "few in sync"
ASKED = (
    *(NO_CREDENTIALS, UNTRUSTED, LOGIN_REFUSED, ADVERTISED, UNAVAILABLE, UNKNOWN_TOPIC, NOT_DESCRIBED, NOT_READABLE),
    *(NOT_WRITABLE, GROUP_DENIED, UNKNOWN_DATABASE, FEW_PARTITIONS, FEW_REPLICAS, FEW_IN_SYNC),
    *(UNKNOWN_TABLE, UNKNOWN_COLUMN, OTHER_LOGIN, FEW_CONNECTIONS),
)
"""The results that only questions have."""
RESULTS = (*REACHED, *ASKED)

_LONGEST = 4096
_LARGEST_PORT = 65535
_PATH = re.compile("(/[-._~a-zA-Z0-9]+)+")


def plan(targets: Iterable[Target]) -> str:
    """Return the argument that says what to reach and to ask."""
    return json.dumps(list(map(_written, targets)), separators=(",", ":"))


def targets(text: str) -> list[Target]:
    """Return what an argument says; raises ValueError if it is not a plan."""
    listed = items_at({"plan": json.loads(text)}, "plan")
    found = [_target(item) for item in listed]
    if not found or len(found) > MOST or not all(map(_is_usable, found)):
        raise ValueError("not a plan of a preflight")
    return found


def message(results: Sequence[str]) -> str:
    """Return the termination message."""
    return json.dumps({"results": list(results)}, separators=(",", ":"))


def results(text: str, expected: int) -> tuple[str, ...] | None:
    """Return the results in the order of the plan, or None unless it is a message about so many targets."""
    if len(text) > _LONGEST:
        return None
    try:
        found = items_at(json.loads(text), "results")
    except (ValueError, RecursionError):
        return None
    known = tuple(result for result in found if isinstance(result, str) and result in RESULTS)
    return known if len(known) == len(found) == expected else None


def _written(target: Target) -> Manifest:
    """Return the target without what is not set."""
    if isinstance(target, Endpoint):
        return {name: value for name, value in asdict(target).items() if value}
    return {
        "platform": target.platform,
        "check": target.check,
        "about": target.about,
        "servers": [_written(server) for server in target.servers],
        "settings": dict(target.settings),
        "credentials": {name: {"secret": found.secret, "key": found.key} for name, found in target.credentials},
    }


def _target(item: Json) -> Target:
    return _question(item) if text_at(item, "platform") else _endpoint(item)


def _endpoint(item: Json) -> Endpoint:
    host, path, kind = (text_at(item, name) for name in ("host", "path", "format"))
    return Endpoint(host, count_at(item, "port"), at(item, "tls") is True, path, kind)


def _question(item: Json) -> Question:
    settings, credentials = mapping_at(item, "settings"), mapping_at(item, "credentials")
    return Question(
        platform=text_at(item, "platform"),
        check=text_at(item, "check"),
        about=text_at(item, "about"),
        servers=tuple(map(_endpoint, items_at(item, "servers"))),
        settings=tuple((name, text_at(settings, name)) for name in settings),
        credentials=tuple(
            (name, SecretKey(text_at(found, "secret"), text_at(found, "key"))) for name, found in credentials.items()
        ),
    )


def _is_usable(target: Target) -> bool:
    if isinstance(target, Question):
        return bool(target.check and target.servers) and all(map(_is_usable, target.servers))
    asks = not target.path or (_PATH.fullmatch(target.path) is not None and bool(target.format))
    return bool(target.host) and 0 < target.port <= _LARGEST_PORT and asks
