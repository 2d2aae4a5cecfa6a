"""Sections of L5 that a binding may contain although nothing is created for them yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from function.base.marks import MayHoldSecret
from function.base.model import Spec

NOT_SUPPORTED = "nothing is created for this section yet; the document contains it as it is"
"""Why the entries of such a section have no object."""


@dataclass(frozen=True)
class _AsItIs:
    """Marks a section that the document contains as the user wrote it, with references in place of secrets."""


Carried = Annotated[dict[str, Any], MayHoldSecret(), _AsItIs()]
"""A section with any content."""


def carried(binding: Spec) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and content of each such section that is not empty, in the order of the fields."""
    for name, info in type(binding).model_fields.items():
        content = getattr(binding, name)
        if content and any(isinstance(mark, _AsItIs) for mark in info.metadata):
            yield name, content
