"""Names in MongoDB."""

from typing import Annotated

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
