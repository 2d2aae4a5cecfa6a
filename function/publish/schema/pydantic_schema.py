"""Pydantic's JSON Schema of a model, without references and with our own keywords. It is read, but never published.

An API server would reject parts of it (draft 2020-12) or, worse, drop them silently.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish.schema.docstrings import docstrings

DOCSTRING, RULES = "x-docstring", "x-rules"
"""Our own keywords for each model: its docstring and its rules."""


def pydantic_schema(model: type[Spec], config: PlatformConfig) -> dict[str, Any]:
    """Return the schema; `x-enum-from: sizes` becomes an enum of the platform's sizes.

    Raises ValueError for a model that contains itself.
    """
    document = _document(model)
    root = {key: value for key, value in document.items() if key != "$defs"}
    found: dict[str, Any] = _resolved(root, document.get("$defs", {}), config, ())
    return found


@cache
def _document(model: type[Spec]) -> Mapping[str, Any]:
    """Return the schema with references, which is the same for all platforms; generating it takes time."""
    return model.model_json_schema(schema_generator=_WithRules)


class _WithRules(GenerateJsonSchema):
    """Pydantic's generator, which adds the docstrings of the fields, the rules of a model and its docstring.

    The last one is a keyword of its own, because the description of a field hides it.
    """

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model with our keywords."""
        found = super().model_schema(schema)
        for name, text in docstrings(schema["cls"]).items():
            found["properties"][schema["cls"].model_fields[name].alias or name]["description"] = text
        return {**found, RULES: schema["cls"].rules, DOCSTRING: found.get("description", "")}

    def sort(self, value: JsonSchemaValue, *_: object, **__: object) -> JsonSchemaValue:
        """Keep the order of the models: small, medium, large is not alphabetical."""
        return value


def _resolved(node: Any, definitions: Mapping[str, Any], config: PlatformConfig, above: tuple[str, ...]) -> Any:
    """Return the node without references; keywords next to a reference override those of its target."""
    if isinstance(node, list):
        return [_resolved(item, definitions, config, above) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if reference in above:
        raise ValueError(f"{reference}: a model that contains itself has no structural schema")
    if reference:
        target = definitions[reference.removeprefix("#/$defs/")]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return {**_resolved(target, definitions, config, (*above, reference)), **beside}
    found = {key: _resolved(value, definitions, config, above) for key, value in node.items()}
    if isinstance(choices := found.pop("x-enum-from", None), str):
        found["enum"] = list(getattr(config, choices))
    return found
