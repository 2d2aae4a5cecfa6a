"""Values of compose files: texts, durations, amounts, ports, and health checks."""

import re
import shlex
from collections.abc import Iterator, Mapping
from decimal import Decimal

from function.base.manifest import Json, Manifest
from function.base.port import port_of

_DURATION = re.compile("(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?")
_AMOUNT = re.compile("([0-9]{1,15})([bkmg]?)b?", re.IGNORECASE)
_UNITS = {"": "", "b": "", "k": "Ki", "m": "Mi", "g": "Gi"}
_REQUEST = re.compile(r"http://(?:localhost|127\.0\.0\.1)(?::([0-9]{1,5}))?(/[-A-Za-z0-9_.~/]*)?(?![^\s'\"|;&])")
_CLIENTS = ("curl", "wget")


def text(value: Json) -> str | None:
    """Return a single value as a text, or None if it is none: texts need quotes where YAML reads true or null."""
    return None if isinstance(value, bool) or not isinstance(value, str | int | float) else str(value)


def words(value: Json) -> list[str | None] | None:
    """Return the words of a command, None for each that is no text; None if it is no command."""
    if isinstance(value, str):
        try:
            value = shlex.split(value)
        except ValueError:
            return None
    return [text(word) for word in value] if isinstance(value, list) else None


def spelled_out(environment: Json) -> Json:
    """Return `environment` in which names without a value have that of the environment, as compose understands them."""
    if isinstance(environment, Mapping):
        return {name: _own(name) if value is None else value for name, value in environment.items()}
    if not isinstance(environment, list):
        return environment
    return [f"{entry}={_own(entry)}" if isinstance(entry, str) and "=" not in entry else entry for entry in environment]


def _own(name: str) -> str:
    return f"${{{name}}}"


def variables(value: Json) -> Iterator[tuple[str | int, str, Json]]:
    """Yield the step in the path, the name, and the value of each variable, None where it has none."""
    if isinstance(value, Mapping):
        for name, found in value.items():
            yield name, name, ("true" if found else "false") if isinstance(found, bool) else found
    for position, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, str):
            name, _, found = entry.partition("=")
            yield position, name, found
        elif entry is not None:
            yield position, str(position), None


def seconds(value: Json) -> int | None:
    """Return a duration such as 1m30s in seconds, or None if it is none or has fractions of a second."""
    match = _DURATION.fullmatch(value) if isinstance(value, str) and value else None
    if match is None:
        return None
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest


def cpu(value: Json) -> str | None:
    """Return a number of CPUs as Kubernetes writes it, or None."""
    try:
        amount = Decimal(str(value)) * 1000
    except ArithmeticError:
        return None
    return f"{int(amount)}m" if amount.is_finite() and 0 < amount < 10**6 and amount == int(amount) else None


def memory(value: Json) -> str | None:
    """Return an amount of memory as Kubernetes writes it, or None; the units of compose are binary."""
    match = _AMOUNT.fullmatch(str(value))
    return f"{match[1]}{_UNITS[match[2].lower()]}" if match else None


def port(value: Json) -> int | None:
    """Return the port of the container, or None for a range, a variable, or another protocol than TCP."""
    if isinstance(value, Mapping):
        protocol, value = value.get("protocol", "tcp"), value.get("target")
    else:
        value, _, protocol = str(value).partition("/")
        value = value.rpartition(":")[2]
    return port_of(str(value)) if protocol in ("", "tcp") else None


def request(test: Json) -> Manifest | None:
    """Return the HTTP request of a health check that curl or wget sends to its own container, or None."""
    parts = [str(word) for word in test] if isinstance(test, list) else ["CMD-SHELL", str(test)]
    command = " ".join(parts[1:]) if parts[:1] in (["CMD"], ["CMD-SHELL"]) else ""
    match = _REQUEST.search(command)
    if match is None or command.partition(" ")[0] not in _CLIENTS:
        return None
    return {"path": match[2] or "/", "port": int(match[1] or 80)}
