"""Score files (score.dev/v1b1), as the Deployment and Service that they would be, and what has no place in them."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, mapping_at, present, text_at
from function.importing import kinds
from function.importing.containers import http_port, main_container, main_position, port_number
from function.importing.described import Described
from function.importing.score_hints import hint
from function.importing.score_values import resolved

_GROUP = "score.dev/"
_TEXTS = ("image",)
_LISTS = ("args", "command")
_SAME = ("resources",)
_PROBES = ("livenessProbe", "readinessProbe")
_ALL = ("apiVersion", "containers", "metadata", "service")
_BUILT = "."
"""The image of a container that a build makes."""


def is_score(document: Json) -> bool:
    """Return whether a document is a Score file."""
    return text_at(document, "apiVersion").startswith(_GROUP)


def described(document: Json) -> Described:
    """Return the workload of a Score file."""
    metadata = {key: value for key, value in mapping_at(document, "metadata").items() if isinstance(value, str)}
    unfit: list[tuple[str | int, ...]] = []
    given = mapping_at(document, "containers")
    containers: list[Json] = [
        {"name": name, **_container(mapping_at(container), ("containers", name), metadata, unfit)}
        for name, container in given.items()
    ]
    deployment: Manifest = {
        "metadata": {"name": metadata.get("name")},
        "spec": {"template": {"spec": {"containers": containers}}},
    }
    main = main_position(deployment)
    others = [name for position, name in enumerate(given) if position != main]
    unfit = [path for path in unfit if path[1] not in others]
    unfit += [("containers", name) for name in others]
    unfit += [(key,) for key, value in mapping_at(document).items() if key not in _ALL and value]
    unfit += [("metadata", key) for key in mapping_at(document, "metadata") if key != "name"]
    service = _service(mapping_at(document, "service", "ports"), unfit)
    unfit += [("containers", _name(given, main), key) for key in _elsewhere(main_container(deployment), service)]
    objects = {kinds.DEPLOYMENT: deployment, **({kinds.SERVICE: service} if service else {})}
    return Described(metadata.get("name", ""), (), objects, tuple(unfit), hint)


def _container(
    container: Mapping[str, Json],
    path: tuple[str, str],
    metadata: Mapping[str, str],
    unfit: list[tuple[str | int, ...]],
) -> Manifest:
    """Return a container of Kubernetes; adds what it cannot have to `unfit`."""
    found: Manifest = {}
    for key, value in container.items():
        if key == "variables":
            found["env"] = _variables(mapping_at(value), (*path, key), metadata, unfit)
        elif key in _SAME or key in _PROBES:
            found[key] = value
        elif key in _TEXTS and value != _BUILT and (text := resolved(value, metadata)) is not None:
            found[key] = text
        elif key in _LISTS and (words := _words(value, metadata)) is not None:
            found[key] = words
        elif value:
            unfit.append((*path, key))
    unfit += [(*path, key) for key in _PROBES if key in container and not _is_http(container[key])]
    return found


def _name(containers: Mapping[str, Json], position: int) -> str:
    return [*containers, ""][position]


def _elsewhere(container: Json, service: Json) -> list[str]:
    """Return the probes whose requests do not go to the http port."""
    port = http_port(container, service)
    requests = {key: mapping_at(container, key, "httpGet") for key in _PROBES if _is_http(at(container, key))}
    return [key for key, request in requests.items() if port_number(request.get("port"), container) != port]


def _is_http(probe: Json) -> bool:
    request = mapping_at(probe, "httpGet")
    return bool(request) and not {"host", "httpHeaders"} & request.keys() and request.get("scheme") != "HTTPS"


def _variables(
    variables: Mapping[str, Json],
    path: tuple[str, ...],
    metadata: Mapping[str, str],
    unfit: list[tuple[str | int, ...]],
) -> list[Json]:
    values = {name: resolved(value, metadata) for name, value in variables.items()}
    unfit += [(*path, name) for name, value in values.items() if value is None]
    return [{"name": name, "value": value} for name, value in values.items() if value is not None]


def _words(value: Json, metadata: Mapping[str, str]) -> list[Json] | None:
    words = [resolved(word, metadata) for word in value] if isinstance(value, list) else [None]
    return None if None in words else [*words]


def _service(ports: Mapping[str, Json], unfit: list[tuple[str | int, ...]]) -> Manifest:
    """Return the Service with the first TCP port; its clients must use the port of the container."""
    found: list[Json] = []
    for name, port in ports.items():
        if found or at(port, "protocol") not in (None, "TCP") or at(port, "port") is None:
            unfit.append(("service", "ports", name))
            continue
        found.append(present({"name": name, "port": at(port, "port"), "targetPort": at(port, "targetPort")}))
        if at(port, "targetPort") not in (None, at(port, "port")):
            unfit.append(("service", "ports", name, "port"))
    return {"spec": {"ports": found}} if found else {}
