"""A compose file for a service, from the objects that the service has in a cluster."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.compose import nats, others, volumes
from function.compose.environment import LOCAL_URL, Environment, File, environment
from function.compose.needs import Source
from function.compose.service import service
from function.compose.told import told

_LATER = "service_completed_successfully"
_SIDECAR = "Always"
"""The restart policy of an init container that runs as long as the pod."""


class Project(NamedTuple):
    """The compose file; variables of `.env`, files, and folders that it needs; and what has no effect."""

    document: Manifest
    variables: Mapping[str, Source]
    files: Mapping[str, str]
    told: Sequence[str]


def project(name: str, objects: Sequence[Manifest], subjects: Mapping[str, Sequence[str]]) -> Project:
    """Return the file; `subjects` are those of streams, by default all that begin with the name of the stream.

    Raises ExpansionError.
    """
    deployment, scaler = _of_kind(objects, "Deployment"), _of_kind(objects, "ScaledObject")
    template = mapping_at(deployment, "spec", "template")
    pod: Manifest = {**template, "metadata": {**mapping_at(deployment, "metadata"), **mapping_at(template, "metadata")}}
    spec = mapping_at(template, "spec")
    main, *beside = items_at(spec, "containers")
    steps = [step for step in items_at(spec, "initContainers") if text_at(step, "restartPolicy") != _SIDECAR]
    beside += [step for step in items_at(spec, "initContainers") if step not in steps]
    read, address = nats.consumers(main, scaler), nats.address(main)
    url = LOCAL_URL if address.replaced else None
    services = nats.services(read, address.hosts, subjects) if read else {}
    hosts = address.hosts if read else []
    after = {nats.SETUP: _LATER} if read else {}
    seen: list[Environment] = []
    for container in (*steps, main):
        seen.append(environment(container, pod, seen[-1].variables if seen else {}, url))
        own = _name(name if container is main else text_at(container, "name"), {*services, *hosts})
        ports = _published(main) if container is main else {}
        services[own] = {**service(container, spec, seen[-1], after), **ports}
        after = {**after, own: _LATER}
    notes = [
        *told(pod, scaler or None),
        *others.told(objects),
        *(f"container {text_at(other, 'name')}: is not started" for other in beside),
        *(note for found in seen for note in found.told),
        *(["NATS_URL: replaced, because NATS has neither this address nor TLS here"] if address.replaced else []),
    ]
    files = {file.path: _of_file(file) for found in seen for file in found.files}
    files |= _together(found for container in (*steps, main) for found in volumes.folders(container, spec))
    return Project({"name": name, "services": services}, seen[-1].variables, files, [*dict.fromkeys(notes)])


def _published(container: Json) -> Manifest:
    """Return the HTTP port, on this machine alone."""
    ports = [port for port in items_at(container, "ports") if text_at(port, "name") == "http"]
    numbers = [mapping_at({"": port}, "").get("containerPort") for port in ports]
    return present({"ports": [f"127.0.0.1:${{UP_HTTP_PORT:-{number}}}:{number}" for number in numbers]})


def _of_file(file: File) -> str:
    return f"NAME=value for each key of what is called {file.path.removesuffix('.env')}" + (
        "" if file.required else "; optional"
    )


def _together(folders: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the content of each folder; a Secret and a ConfigMap of the same name have one."""
    contents: dict[str, dict[str, None]] = {}
    for folder, content in folders:
        contents.setdefault(f"{folder}/", {})[content] = None
    return {folder: "; ".join(found) for folder, found in contents.items()}


def _name(name: str, taken: Container[str]) -> str:
    """Return the name of a service; one that another service or a host name of NATS has gets an ending."""
    names = chain([name, f"{name}-service"], (f"{name}-service-{number}" for number in count(2)))
    return next(free for free in names if free not in taken)


def _of_kind(objects: Sequence[Manifest], kind: str) -> Manifest:
    return next((found for found in objects if found["kind"] == kind), {})
