"""Services of a compose file, as the Deployments that they would be, and what has no place in one."""

from collections.abc import Iterator, Mapping
from functools import partial

from function.base.manifest import Json, Manifest, at, items_at, mapping_at
from function.importing import kinds
from function.importing.compose_fields import FIELDS, NOTHING, Part
from function.importing.compose_hints import hint
from function.importing.compose_places import place
from function.importing.compose_values import spelled_out
from function.importing.described import Described, Misfit
from function.importing.interpolated import interpolated


def is_compose(document: Json) -> bool:
    """Return whether a document is a compose file: it has services, and is no object of Kubernetes."""
    services = mapping_at(document, "services")
    is_object = at(document, "apiVersion") is not None or at(document, "kind") is not None
    return bool(services) and not is_object and all(isinstance(found, Mapping) for found in services.values())


def composed(document: Json, variables: Mapping[str, str]) -> Iterator[Described]:
    """Yield the services of a compose file; `variables` are those of the environment."""
    for name, service in mapping_at(document, "services").items():
        yield _composed(name, mapping_at(service), variables)


def _composed(name: str, service: Mapping[str, Json], variables: Mapping[str, str]) -> Described:
    container: Manifest = {"name": "main"}
    pod: Manifest = {}
    spec: Manifest = {}
    unfit: list[Misfit] = []
    for key, value in service.items():
        if key.startswith("x-") or value in (None, [], {}) or (key == "expose" and "ports" in service):
            continue
        part, misfits = _read(key, value, variables)
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


def _read(key: str, given: Json, variables: Mapping[str, str]) -> tuple[Part, list[Misfit]]:
    """Return what a field becomes, and what of it has no place, each with one reason."""
    if key not in FIELDS:
        return NOTHING, [Misfit((key,))]
    value, misfits = interpolated(spelled_out(given) if key == "environment" else given, variables, (key,))
    if value is None:
        return NOTHING, [*misfits]
    unfit: list[Misfit] = []
    part = FIELDS[key](value, unfit)
    others = unfit if part is not None else [*unfit, Misfit((key,))]
    known = [misfit.path for misfit in misfits]
    new = [other for other in others if not any(path[: len(other.path)] == other.path for path in known)]
    return part or NOTHING, [*misfits, *new]


def _is_elsewhere(container: Manifest) -> bool:
    """Return whether the health check uses another port than the service has."""
    checked = at(container, "readinessProbe", "httpGet", "port")
    ports = [at(port, "containerPort") for port in items_at(container, "ports")]
    return bool(ports) and checked not in (None, *ports)
