"""Names and settings of MongoDB."""

from typing import Annotated

from function.base.int_or_string import IntOrString
from function.base.text import Text

DatabaseName = Annotated[
    str, Text("^[-_a-zA-Z0-9]+$", meaning="letters, digits, '_' and '-'", example="credit_card", max_length=63)
]
CollectionName = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="accounts", max_length=190)
]
FieldName = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="_id", max_length=128)
]
WriteConcern = Annotated[
    str,
    Text("^[-_a-zA-Z0-9]+$", meaning="majority, a number, or a custom name", example="majority", max_length=64),
    IntOrString(),
]
