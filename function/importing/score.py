"""Score files (score.dev/v1b1), as the Deployment and Service that they would be, and what has no place in them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from function.base.manifest import Json, Manifest, at, mapping_at, present, text_at
from function.importing import kinds
from function.importing.containers import http_port, main_container, main_position, port_number
from function.importing.described import Described, Misfit
from function.importing.score_hints import hint
from function.importing.score_places import place
from function.importing.score_values import resolved
from function.platform.resources import KINDS

_GROUP = "score.dev/"
_LISTS = ("args", "command")
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
    unfit: list[Misfit] = []
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
    unfit = [misfit for misfit in unfit if misfit.path[1] not in others]
    unfit += [Misfit(("containers", name)) for name in others]
    unfit += [Misfit((key,)) for key, value in mapping_at(document).items() if key not in _ALL and value]
    unfit += [Misfit(("metadata", key)) for key in mapping_at(document, "metadata") if key != "name"]
    ports = at(document, "service", "ports")
    unfit += [Misfit(("service", "ports"))] if ports and not isinstance(ports, Mapping) else []
    service = _service(mapping_at(document, "service", "ports"), unfit)
    elsewhere = _elsewhere(main_container(deployment), service)
    unfit += [Misfit(("containers", _name(given, main), key)) for key in elsewhere]
    objects = {kinds.DEPLOYMENT: deployment, **({kinds.SERVICE: service} if service else {})}
    own = partial(place, _name(given, main), mapping_at(given, _name(given, main)))
    return Described(metadata.get("name", ""), (), objects, tuple(unfit), hint, own)


def _container(
    container: Mapping[str, Json],
    path: tuple[str, str],
    metadata: Mapping[str, str],
    unfit: list[Misfit],
) -> Manifest:
    """Return a container of Kubernetes; adds what it cannot have to `unfit`."""
    found: Manifest = {}
    for key, value in container.items():
        if key == "variables" and isinstance(value, Mapping):
            found["env"] = _variables(value, (*path, key), metadata, unfit)
        elif key == "resources" and isinstance(value, Mapping):
            found[key] = value
            unfit += [Misfit((*path, key, *steps)) for steps in _others(value)]
        elif key in _PROBES:
            found[key] = value
        elif key == "image" and value != _BUILT and (text := resolved(value, metadata)) is not None:
            found[key] = text
        elif key in _LISTS and isinstance(value, list):
            found[key] = _words(value, (*path, key), metadata, unfit)
        elif value:
            unfit.append(Misfit((*path, key)))
    unfit += [Misfit((*path, key)) for key in _PROBES if key in container and not _is_http(container[key])]
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
    unfit: list[Misfit],
) -> list[Json]:
    values = {name: resolved(value, metadata) for name, value in variables.items()}
    unfit += [Misfit((*path, name)) for name, value in values.items() if value is None]
    return [{"name": name, "value": value} for name, value in values.items() if value is not None]


def _words(
    value: Sequence[Json], path: tuple[str, ...], metadata: Mapping[str, str], unfit: list[Misfit]
) -> list[Json]:
    words = [resolved(word, metadata) for word in value]
    unfit += [Misfit((*path, position)) for position, word in enumerate(words) if word is None]
    return [word for word in words if word is not None]


def _others(resources: Mapping[str, Json]) -> Iterator[tuple[str, ...]]:
    """Yield what a claim cannot request or limit."""
    for side, amounts in resources.items():
        if side not in ("limits", "requests") or not isinstance(amounts, Mapping | None):
            yield (side,)
        else:
            yield from ((side, name) for name in amounts or () if name not in KINDS)


def _service(ports: Mapping[str, Json], unfit: list[Misfit]) -> Manifest:
    """Return the Service with the first TCP port; its clients must use the port of the container."""
    found: list[Json] = []
    for name, port in ports.items():
        if found or at(port, "protocol") not in (None, "TCP") or at(port, "port") is None:
            unfit.append(Misfit(("service", "ports", name)))
            continue
        found.append(present({"name": name, "port": at(port, "port"), "targetPort": at(port, "targetPort")}))
        if at(port, "targetPort") not in (None, at(port, "port")):
            unfit.append(Misfit(("service", "ports", name, "port")))
    return {"spec": {"ports": found}} if found else {}
