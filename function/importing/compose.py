"""Services of a compose file, as the Deployments that they would be, and what has no place in one."""

from collections.abc import Iterator, Mapping
from functools import partial

from function.base.manifest import Json, Manifest, at, items_at, mapping_at
from function.importing import kinds
from function.importing.compose_fields import FIELDS, NOTHING, Part, ports
from function.importing.compose_hints import hint
from function.importing.compose_places import place
from function.importing.compose_values import spelled_out
from function.importing.described import Described, Misfit
from function.importing.interpolated import interpolated

_OFF = ("init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty", "use_api_socket")
"""Fields that are off by default."""
_APART = ("name", "services", "version")
"""Fields of a file that say nothing about what runs, apart from the services."""


def is_compose(document: Json) -> bool:
    """Return whether a document is a compose file: it has services, and is no object of Kubernetes."""
    services = mapping_at(document, "services")
    is_object = at(document, "apiVersion") is not None or at(document, "kind") is not None
    return not is_object and any(isinstance(found, Mapping) for found in services.values())


def composed(document: Json, variables: Mapping[str, str]) -> Iterator[Described]:
    """Yield the services of a compose file; `variables` are those of the environment."""
    for name, service in mapping_at(document, "services").items():
        yield _composed(name, mapping_at(service), variables)


def beside_services(document: Json) -> Iterator[Misfit]:
    """Yield what a compose file says beside its services."""
    for key, value in mapping_at(document).items():
        if key not in _APART and not key.startswith("x-") and value not in (None, [], {}):
            yield Misfit((key,))


def _composed(name: str, service: Mapping[str, Json], variables: Mapping[str, str]) -> Described:
    container: Manifest = {"name": "main"}
    pod: Manifest = {}
    spec: Manifest = {}
    unfit: list[Misfit] = []
    # what exposes ports may repeat the published one, so it comes last
    for key, value in sorted(service.items(), key=lambda item: item[0] == "expose"):
        if _says_nothing(service, key):
            continue
        part, misfits = _read(key, value, variables, container)
        container |= part[0]
        pod |= part[1]
        spec |= part[2]
        unfit += misfits
    if _is_elsewhere(container):
        unfit.append(Misfit(("ports",)))
    template: Manifest = {"spec": {"containers": [container], **pod}}
    deployment: Manifest = {"metadata": {"name": name}, "spec": {**spec, "template": template}}
    objects = {kinds.DEPLOYMENT: deployment}
    return Described(name, ("services", name), objects, tuple(unfit), hint, partial(place, service))


def _says_nothing(service: Mapping[str, Json], key: str) -> bool:
    """Return whether a field is empty, or says what is so without it; an empty command clears that of the image."""
    value = service[key]
    if key == "command" and service.get("entrypoint"):
        return value in (None, [], "")
    is_empty = value is None or (value in ([], {}) and key not in ("command", "entrypoint"))
    return key.startswith("x-") or is_empty or (value is False and key in _OFF)


def _read(key: str, given: Json, variables: Mapping[str, str], container: Manifest) -> tuple[Part, list[Misfit]]:
    """Return what a field becomes, and what of it has no place, each with one reason; `container` is known already."""
    if key not in FIELDS:
        return NOTHING, [Misfit((key,))]
    value, misfits = interpolated(spelled_out(given) if key == "environment" else given, variables, (key,))
    if value is None:
        return NOTHING, [*misfits]
    unfit: list[Misfit] = []
    published = items_at(container, "ports")
    first = at(published[0], "containerPort") if published else None
    read = ports(key, first) if key == "expose" and isinstance(first, int) else FIELDS[key]
    part = read(value, unfit)
    others = unfit if part is not None else [*unfit, Misfit((key,))]
    known = [misfit.path for misfit in misfits]
    new = [other for other in others if not any(path[: len(other.path)] == other.path for path in known)]
    return part or NOTHING, [*misfits, *new]


def _is_elsewhere(container: Manifest) -> bool:
    """Return whether the health check uses another port than the service has."""
    checked = at(container, "readinessProbe", "httpGet", "port")
    ports = [at(port, "containerPort") for port in items_at(container, "ports")]
    return bool(ports) and checked not in (None, *ports)
