"""The documents that users write or read, as trees: the claims of each API, and the PlatformConfig."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from function.apis.api import VERSION, Api
from function.base.manifest import Json, mapping_at, text_at
from function.base.model import Spec
from function.base.types import DNS_LABEL
from function.platform.config import API_VERSION, KIND, PlatformConfig
from function.publish.schema import json_schema
from function.publish.schema.model import read
from function.publish.schema.tree import Map, Object, Property, Scalar, Schema


@dataclass(frozen=True, kw_only=True)
class Root:
    """A kind; `names` are other names that select it, and `models` belong to the fields at its top."""

    kind: str
    version: str
    names: tuple[str, ...]
    models: Mapping[str, type[Spec]]
    read: Callable[[], Object]

    @cached_property
    def tree(self) -> Object:
        """Return the tree of the document, which takes time to read."""
        return self.read()


def roots(apis: Iterable[Api[Spec]], config: PlatformConfig) -> list[Root]:
    """Return the roots of the APIs, then that of the PlatformConfig."""
    return [*(_of_api(api, config) for api in apis), _settings(config)]


def _of_api(api: Api[Spec], config: PlatformConfig) -> Root:
    return Root(
        kind=api.kind,
        version=f"{config.group}/{VERSION}",
        names=(api.plural, api.composite_kind, *([api.short_name] if api.short_name else [])),
        models={"spec": api.spec, "status": api.status},
        read=lambda: _tree(api, config),
    )


def _tree(api: Api[Spec], config: PlatformConfig) -> Object:
    spec, status = read(api.spec, config), read(api.status, config)
    described = mapping_at(json_schema.document(api, config), "properties")
    group = Scalar(type="string", enum=(f"{config.group}/{VERSION}",))
    kind = Scalar(type="string", enum=(api.kind, api.composite_kind))
    properties = {
        "apiVersion": _required(group, text_at(described, "apiVersion", "description")),
        "kind": _required(kind, text_at(described, "kind", "description")),
        "metadata": _required(_metadata(api, described), ""),
        "spec": _required(spec, spec.description),
        "status": Property(schema=status, description=status.description, required=False),
    }
    return Object(description=spec.description, properties=properties)


def _settings(config: PlatformConfig) -> Root:
    def tree() -> Object:
        spec = read(PlatformConfig, config)
        return Object(description=spec.description, properties={"spec": _required(spec, spec.description)})

    return Root(kind=KIND, version=API_VERSION, names=(), models={"spec": PlatformConfig}, read=tree)


def _required(schema: Schema, description: str) -> Property:
    return Property(schema=schema, description=description, required=True)


def _metadata(api: Api[Spec], described: Mapping[str, Json]) -> Object:
    fields = mapping_at(described, "metadata", "properties")
    return Object(
        description="",
        properties={
            name: Property(
                schema=_named(api) if name == "name" else _meta(field),
                description=text_at(field, "description"),
                required=name == "name",
            )
            for name, field in fields.items()
        },
    )


def _named(api: Api[Spec]) -> Scalar:
    return Scalar(type="string", limits={"maxLength": api.name_max}, meaning=DNS_LABEL.meaning)


def _meta(field: Json) -> Schema:
    """Return the tree of a text, or of a map of texts, in the metadata."""
    text = Scalar(type="string")
    return Map(key=text, value=text) if text_at(field, "type") == "object" else text
