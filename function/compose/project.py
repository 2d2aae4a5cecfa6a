"""A compose file for a service, from the objects that the service has in a cluster."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.compose import nats, volumes
from function.compose.environment import LOCAL_URL, Environment, environment
from function.compose.needs import Source
from function.compose.service import service
from function.compose.told import told

_LATER = "service_completed_successfully"


class Project(NamedTuple):
    """The compose file; variables of `.env`, files, and folders that it needs; and what has no effect."""

    document: Manifest
    variables: Mapping[str, Source]
    files: Mapping[str, str]
    told: Sequence[str]


def project(name: str, objects: Sequence[Manifest], subjects: Mapping[str, Sequence[str]]) -> Project:
    """Return the file; `subjects` are those of streams, by default all that begin with the name of the stream."""
    deployment, scaler = _of_kind(objects, "Deployment"), _of_kind(objects, "ScaledObject")
    template = mapping_at(deployment, "spec", "template")
    pod: Manifest = {**template, "metadata": {**mapping_at(deployment, "metadata"), **mapping_at(template, "metadata")}}
    spec = mapping_at(template, "spec")
    main, steps = items_at(spec, "containers")[0], items_at(spec, "initContainers")
    read, address = nats.consumers(main, scaler), nats.address(main)
    url = LOCAL_URL if address.replaced else None
    services = nats.services(read, address.hosts, subjects) if read else {}
    after = {nats.SETUP: _LATER} if read else {}
    variables: Mapping[str, Source] = {}
    seen: list[Environment] = []
    for container in (*steps, main):
        found = environment(container, pod, variables, url)
        variables = found.variables
        seen.append(found)
        own = _name(name if container is main else text_at(container, "name"), services)
        services[own] = service(container, spec, found, after)
        after = {**after, own: _LATER}
    services[own] = {**mapping_at(services, own), **_published(main)}
    whole = (*steps, main)
    notes = [
        *told(pod, scaler or None),
        *(note for found in seen for note in found.told),
        *(note for container in whole for note in volumes.told(container, spec)),
        *(["NATS_URL: replaced, because NATS has neither this address nor TLS here"] if address.replaced else []),
    ]
    files = {text_at(file, "path"): _of_file(file) for found in seen for file in found.files}
    folders = {f"{folder}/": content for container in whole for folder, content in volumes.folders(container, spec)}
    return Project({"name": name, "services": services}, variables, {**files, **folders}, [*dict.fromkeys(notes)])


def _published(container: Json) -> Manifest:
    """Return the HTTP port, on this machine alone."""
    ports = [port for port in items_at(container, "ports") if text_at(port, "name") == "http"]
    numbers = [mapping_at({"": port}, "").get("containerPort") for port in ports]
    return present({"ports": [f"127.0.0.1:${{UP_HTTP_PORT:-{number}}}:{number}" for number in numbers]})


def _of_file(file: Json) -> str:
    required = mapping_at({"": file}, "").get("required") is True
    return f"NAME=value for each key of what is called {text_at(file, 'path').removesuffix('.env')}" + (
        "" if required else "; optional"
    )


def _name(name: str, taken: Mapping[str, Json]) -> str:
    """Return the name of a service; one that another service has gets an ending."""
    return f"{name}-service" if name in taken else name


def _of_kind(objects: Sequence[Manifest], kind: str) -> Manifest:
    return next((found for found in objects if found["kind"] == kind), {})
