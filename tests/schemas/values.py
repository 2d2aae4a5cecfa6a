"""Single values as Kubernetes judges them (apimachinery, util/validation and resource.Quantity)."""

import math
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

_LABEL = re.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
_SERVICE_NAME = re.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
_SUBDOMAIN = re.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_QUALIFIED = re.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
_PORT_NAME = re.compile("(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_QUANTITY = re.compile("([0-9]+|[0-9]+[.][0-9]*|[.][0-9]+)(n|u|m|k|[MGTPE]i?|Ki|[eE][-+]?[0-9]{1,3})?")
_SCALE = {
    "n": Fraction(1, 10**9),
    "u": Fraction(1, 10**6),
    "m": Fraction(1, 1000),
    "k": Fraction(1000),
    "": Fraction(1),
}
_SCALE |= {letter: Fraction(1000**power) for power, letter in enumerate("MGTPE", start=2)}
_SCALE |= {f"{letter}i": Fraction(1024**power) for power, letter in enumerate("KMGTPE", start=1)}


def impure(value: object, path: str) -> Iterator[str]:
    """Yield the places that are no plain JSON of the strict kind: no null, no whole float, no key but text."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                yield f"{path}: key {key!r} is no text"
            yield from impure(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from impure(item, f"{path}[{position}]")
    elif fault := _fault(value):
        yield f"{path}: {fault}"


def _fault(value: object) -> str | None:
    if isinstance(value, float) and (not math.isfinite(value) or value.is_integer()):
        return f"float {value} is no JSON number, or should be an integer"
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return f"{value} does not fit 64 bits"
    return None if isinstance(value, str | int | float) else f"{type(value).__name__} is no JSON value of a manifest"


def is_label(text: str) -> bool:
    """Return whether `text` is a DNS label (RFC 1123)."""
    return _LABEL.fullmatch(text) is not None


def is_service_name(text: str) -> bool:
    """Return whether `text` is a DNS label that begins with a letter (RFC 1035)."""
    return _SERVICE_NAME.fullmatch(text) is not None


def is_subdomain(text: str) -> bool:
    """Return whether `text` is a DNS subdomain of at most 253 characters."""
    return len(text) <= 253 and _SUBDOMAIN.fullmatch(text) is not None


def is_key(text: str) -> bool:
    """Return whether `text` is a qualified name: the key of a label or annotation."""
    prefix, slash, name = text.rpartition("/")
    return _QUALIFIED.fullmatch(name) is not None and (not slash or is_subdomain(prefix))


def is_label_value(text: str) -> bool:
    """Return whether `text` may be a label's value."""
    return not text or _QUALIFIED.fullmatch(text) is not None


def is_port_name(text: str) -> bool:
    """Return whether `text` may name a port (IANA_SVC_NAME)."""
    return _PORT_NAME.fullmatch(text) is not None


def is_config_key(text: str) -> bool:
    """Return whether `text` may be a key of a Secret or ConfigMap."""
    return re.fullmatch("[-._a-zA-Z0-9]{1,253}", text) is not None and text != "." and not text.startswith("..")


def quantity(value: object) -> Fraction | None:
    """Return the amount, or None where `value` is no quantity."""
    match = _QUANTITY.fullmatch(str(value)) if isinstance(value, str | int) else None
    if match is None:
        return None
    suffix = match[2] or ""
    if suffix in _SCALE:
        return Fraction(match[1].rstrip(".") if not match[1].startswith(".") else f"0{match[1]}") * _SCALE[suffix]
    return Fraction(match[1].rstrip(".") or "0") * Fraction(10) ** int(suffix[1:])
