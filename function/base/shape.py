"""What a valid value looks like, in YAML's flow style: for users who wrote another type."""

import re
import typing

from function.base.alternatives import Alternative, alternatives, keys, members
from function.base.marks import Shape
from function.base.model import Spec
from function.base.text import Text

TEXT = '"…"'
"""Stands for any text."""
UNKNOWN = "…"
"""Stands for a value of which nothing is known."""
_SCALARS = {int: "1", bool: "true", float: "1.5", str: TEXT}
_NUMBER = re.compile("[0-9.]+")


def shape(alternative: Alternative) -> str:
    """Return a value of this type: only the required fields of an object, one item of a list or map."""
    written = next((mark.text for mark in alternative.marks if isinstance(mark, Shape)), "")
    if written:
        return written
    if alternative.model:
        return alternative.model.shape or f"{{{_required(alternative.model)}}}"
    below = members(alternative)
    if below:
        key = "".join(f"{shape(found)}: " for found in keys(alternative)[:1])
        value = key + shape(below[0])
        return f"{{{value}}}" if key else f"[{value}]"
    # the last one is the nearest: a map's keys may have a pattern too
    texts = [mark.example for mark in alternative.marks if isinstance(mark, Text)]
    if texts:
        return f'"{texts[-1]}"' if _NUMBER.fullmatch(texts[-1]) else texts[-1]
    choices = typing.get_args(alternative.annotation)
    return str(choices[0]) if choices else _SCALARS.get(alternative.annotation, UNKNOWN)


def item_shape(alternative: Alternative) -> str:
    """Return an item as a line of a list: an object of one field needs no braces."""
    text = shape(alternative)
    single = alternative.model is not None and text.startswith("{") and text.count(": ") == 1
    return f"- {text[1:-1]}" if single else f"- {text}"


def _required(model: type[Spec]) -> str:
    return ", ".join(
        f"{info.alias or name}: {shape(alternatives(info.annotation, tuple(info.metadata))[0])}"
        for name, info in model.model_fields.items()
        if info.is_required()
    )
