"""Names in databases that are queried in SQL or a language like it."""

from typing import Annotated

from pydantic import Field

from function.base.text import Text

SqlName = Annotated[
    str,
    Text(
        "^[_a-zA-Z][_$a-zA-Z0-9]*$",
        meaning="letters, digits, '_' and '$', not starting with a digit",
        example="merchant_categories",
        max_length=63,
    ),
]
Columns = Annotated[list[SqlName], Field(min_length=1, max_length=64)]
