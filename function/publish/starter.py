"""A first claim with the descriptions of its fields as comments."""

import textwrap
from collections.abc import Iterator, Mapping

from function.apis.api import VERSION, Api
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish.pages.api import Dump
from function.publish.schema.examples import minimal
from function.publish.schema.model import read
from function.publish.schema.tree import Map, Object, Schema, Union
from function.publish.sentence import first_sentence

_WIDTH = 100
_ENTRY = "example"
"""The key of an entry in a map of which the claim shows one."""


def claim(api: Api[Spec], config: PlatformConfig, *, name: str, namespace: str, also: tuple[str, ...]) -> Manifest:
    """Return a claim with the required fields, and with the optional ones in `also`."""
    tree = read(api.spec, config)
    fields = {field: tree.properties[field].schema for field in also}
    spec = minimal(tree, "spec")
    return {
        "apiVersion": f"{config.group}/{VERSION}",
        "kind": api.kind,
        "metadata": {"name": name, "namespace": namespace},
        "spec": {
            **(spec if isinstance(spec, Mapping) else {}),
            **{field: _one(schema, f"spec.{field}") for field, schema in fields.items()},
        },
    }


def commented(api: Api[Spec], config: PlatformConfig, document: Manifest, *, schema: str, dump: Dump) -> str:
    """Return the text of a claim; `schema` is the path or URL at which editors find the JSON Schema, or ""."""
    tree = read(api.spec, config)
    spec = document["spec"] if isinstance(document["spec"], Mapping) else {}
    head = {key: value for key, value in document.items() if key != "spec"}
    others = {name: field for name, field in tree.properties.items() if name not in spec}
    return "\n".join(
        [
            *([f"# yaml-language-server: $schema={schema}"] if schema else []),
            *_comment(tree.description),
            dump([head]).rstrip("\n"),
            "spec:",
            *_indented(_fields(tree, spec, dump)),
            *_indented(_comment(f"Other fields, which `platformctl explain {api.kind}.spec.FIELD` describes:")),
            *_indented(f"# {name}: {first_sentence(field.description)}" for name, field in others.items()),
            "",
        ]
    )


def _one(schema: Schema, path: str) -> Json:
    """Return the smallest value; a map gets an entry, because the smallest map shows nothing."""
    if isinstance(schema, Map):
        return {_ENTRY: minimal(schema.value, f"{path}.{_ENTRY}")}
    return minimal(schema, path)


def _fields(schema: Schema, value: Mapping[str, Json], dump: Dump) -> Iterator[str]:
    if isinstance(schema, Object):
        for name, member in value.items():
            field = schema.properties[name]
            yield from _comment(field.description)
            yield from _entry(name, field.schema, member, dump)
    elif isinstance(schema, Union):
        yield from _fields(schema.variants[str(value[schema.tag])], value, dump)
    elif isinstance(schema, Map):
        for name, member in value.items():
            yield from _entry(name, schema.value, member, dump)


def _entry(name: str, schema: Schema, value: Json, dump: Dump) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield f"{name}:"
        yield from _indented(_fields(schema, value, dump))
    else:
        yield from dump([{name: value}]).splitlines()


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
