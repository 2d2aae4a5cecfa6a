"""A string that may also be written as an integer without quotes."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core.core_schema import CoreSchema, no_info_before_validator_function


@dataclass(frozen=True)
class IntOrString:
    """Annotates a string type: an integer is converted to a string, and the schema says int-or-string."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the string's schema, preceded by the conversion."""
        return no_info_before_validator_function(_as_text, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the string's JSON Schema with the Kubernetes keyword instead of the type."""
        text = handler(schema)
        return {"x-kubernetes-int-or-string": True, **{key: text[key] for key in text if key != "type"}}


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
