"""Environment variables of containers, as a claim expresses them."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, items_at, present, text_at

VARIABLES = {"url": "NATS_URL", "stream": "NATS_STREAM_NAME", "consumer": "NATS_CONSUMER_GROUP"}
"""Fields of spec.nats, with the variables that follow from them."""
PLATFORM = tuple(VARIABLES.values())
PORT = "PORT"


def overridden(container: Json) -> set[int]:
    """Return the positions of variables with the name of a later one: Kubernetes uses the last one."""
    names = [text_at(entry, "name") for entry in items_at(container, "env")]
    last = {name: position for position, name in enumerate(names)}
    return {position for position, name in enumerate(names) if name and last[name] != position}


def literals(container: Json, port: int | None) -> list[Json]:
    """Return the variables with values of their own, without those that follow from spec.nats and spec.httpPort."""
    return [
        {"name": text_at(entry, "name"), "value": text_at(entry, "value")}
        for entry in _effective(container)
        if "valueFrom" not in entry and not _follows(entry, port)
    ]


def own_literals(container: Json, shared: Json, port: int | None) -> list[Json]:
    """Return the variables of an init container that the main container does not have."""
    others = literals(shared, port)
    return [entry for entry in literals(container, port) if entry not in others]


def literal(container: Json, name: str) -> str | None:
    """Return the value of a variable, or None."""
    value = next((at(entry, "value") for entry in _effective(container) if text_at(entry, "name") == name), None)
    return value if isinstance(value, str) else None


def references(container: Json, kind: str) -> list[Json]:
    """Return secretRefs or configMapRefs; the kind is `secret` or `configMap`.

    Keys of one object that follow each other are one reference, so that the order of the variables stays.
    """
    keys: list[tuple[str, list[Json]]] = []
    for entry in _effective(container):
        source = at(entry, "valueFrom", f"{kind}KeyRef")
        if isinstance(source, Mapping):
            name = text_at(source, "name")
            if not keys or keys[-1][0] != name:
                keys.append((name, []))
            keys[-1][1].append(_key(kind, entry, source))
    whole: list[Json] = [
        present({"name": at(found, "name"), "envFrom": True, "prefix": at(entry, "prefix"), **_optional(found)})
        for entry in items_at(container, "envFrom")
        if isinstance(found := at(entry, f"{kind}Ref"), Mapping)
    ]
    return [*({"name": name, "env": env} for name, env in keys), *whole]


def _effective(container: Json) -> list[Mapping[str, Json]]:
    """Return the variables in their order, without those that are overridden."""
    gone = overridden(container)
    variables = enumerate(items_at(container, "env"))
    return [entry for position, entry in variables if isinstance(entry, Mapping) and position not in gone]


def _follows(entry: Json, port: int | None) -> bool:
    name = text_at(entry, "name")
    return name in PLATFORM or (name == PORT and text_at(entry, "value") == str(port))


def _key(kind: str, entry: Json, source: Json) -> Manifest:
    return present({f"{kind}Key": at(source, "key"), "envName": at(entry, "name"), **_optional(source)})


def _optional(source: Json) -> Manifest:
    return {"optional": True} if at(source, "optional") is True else {}
