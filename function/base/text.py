"""A string type in one line: a pattern, its meaning in words, and an example."""

from dataclasses import KW_ONLY, dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core.core_schema import CoreSchema, str_schema

MEANING = "x-meaning"
"""This project's own keyword in pydantic's JSON Schema."""


@dataclass(frozen=True)
class Text:
    """Annotates a string type: `Region = Annotated[str, Text("^[a-z]+$", meaning="...", example="...", max_length=9)]`.

    `pattern` is anchored RE2: pydantic, API servers and editors use the same pattern. `meaning` completes the phrase
    "must be ...", and `example` is shown in the reference pages.
    """

    pattern: str
    _: KW_ONLY
    meaning: str
    example: str
    max_length: int
    min_length: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema that pydantic compiles: no code of this class runs when a value is validated."""
        return str_schema(pattern=self.pattern, min_length=self.min_length, max_length=self.max_length)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema with the meaning and the example, which a field may override."""
        return {MEANING: self.meaning, "examples": [self.example], **handler(schema)}
