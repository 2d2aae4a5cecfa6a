"""Texts in a suite."""

from typing import Annotated

from function.base.text import Text

Line = Annotated[
    str,
    Text(r"^[^\x00-\x1f\x7f]+$", meaning="one line of text", example="orders", max_length=1024),
]
FilePath = Annotated[
    str,
    Text(r"^[^\x00-\x1f\x7f]+$", meaning="a path", example="claim.yaml", max_length=4096),
]
ValuePath = Annotated[
    str,
    Text(
        r"^[^\[\].=\x00-\x1f]+([.][^\[\].=\x00-\x1f]+|\[[^\[\]=\x00-\x1f]+\])*$",
        meaning="names after dots, and positions, keys, or names of items in brackets",
        example="spec.template.spec.containers[main].image",
        max_length=1024,
    ),
]
