"""The types of names that clouds and Terraform give."""

from typing import Annotated

from pydantic import Field

from function.base.text import Text

Identifier = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9][-_.:/=@+,a-zA-Z0-9]*$",
        meaning="an identifier: letters, digits and any of - _ . : / = @ + , and no spaces",
        example="j-2AXXXXXXGAPLF",
        max_length=512,
    ),
]
"""The name, ID, ARN, path or address of something that exists."""
Identifiers = Annotated[list[Identifier], Field(max_length=32)]
Instances = Annotated[int, Field(ge=0, le=10_000)]
"""A number of instances."""
