"""The value of a YAML scalar by the rules of sigs.k8s.io/yaml, which differ from YAML 1.1 and 1.2."""

import base64
import binascii
import math
import re

from function.base.problems import describe

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
}
_INTEGER = re.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(?P<decimal>0|[1-9][0-9]*))")
_DIGITS_MAX = 20
"""Decimal digits of the largest unsigned 64-bit integer. Python refuses to convert thousands of digits."""
_BASES = (16, 2, 8, 10)
_SIGN_AFTER_PREFIX = re.compile("0b([-+][01]+)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FLOAT_FROM_DOT = re.compile(r"\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?")
_TAG = "tag:yaml.org,2002:"
_CORRECT = "remove the tag or correct the value"
_TYPES: dict[str, type | tuple[type, ...]] = {"bool": bool, "int": int, "float": (int, float), "null": type(None)}


def scalar(text: str, tag: str | None, *, plain: bool) -> Scalar:
    """Return the value of a scalar; `plain` means without quotes.

    Raises ValueError, with a message for the user, if kubectl rejects the file.
    """
    if tag is None:
        return _json(text, _resolve(text)) if plain else text
    name = tag.removeprefix(_TAG)
    if name == "binary":
        return _decoded(text)
    if name not in _TYPES or not tag.startswith(_TAG):
        return text
    value = _resolve(text)
    if not isinstance(value, _TYPES[name]) or (isinstance(value, bool) and name != "bool"):
        raise ValueError(describe(f"not a value of type !!{name}", hint=_CORRECT))
    return _json(text, value)


def _resolve(text: str) -> Scalar:
    if text in _WORDS:
        return _WORDS[text]
    if text.startswith("."):
        return _float(text.replace("_", "")) if _FLOAT_FROM_DOT.fullmatch(text) else text
    if text[0] not in "+-0123456789" or not text.isascii():
        return text
    digits = text.replace("_", "")
    integer = _integer(digits)
    if integer is not None:
        return integer
    number = _float(digits) if _FLOAT.fullmatch(digits) else digits
    return text if isinstance(number, str) else number


def _integer(digits: str) -> int | None:
    signed_binary = _SIGN_AFTER_PREFIX.fullmatch(digits)
    if signed_binary:
        return int(signed_binary[1], 2)
    match = _INTEGER.fullmatch(digits)
    if not match:
        return None
    sign, *numerals = match.groups()
    if len(match["decimal"] or "") > _DIGITS_MAX:
        return None
    number = next(int(numeral, base) for numeral, base in zip(numerals, _BASES, strict=True) if numeral)
    number = -number if sign == "-" else number
    # Go reads an integer beyond 64 bits as a float, and an unsigned 64-bit integer only without a sign
    return number if -(2**63) <= number < (2**63 if sign else 2**64) else None


def _float(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else digits


def _json(text: str, value: Scalar) -> Scalar:
    """Return the value as JSON carries it to the API server, where a float without a fraction is an integer."""
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        raise ValueError(
            describe("not a number that Kubernetes accepts", got=text, hint="put it in quotes if it is a string")
        )
    return int(value) if value.is_integer() and abs(value) < 2**63 else value


def _decoded(text: str) -> str:
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        raise ValueError(describe("not base64, which the tag !!binary requires", hint=_CORRECT)) from None
