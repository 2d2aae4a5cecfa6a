"""Which container of a pod is the service, and which of its ports serves HTTP."""

from collections.abc import Iterator, Mapping, Sequence

from function.base import naming
from function.base.manifest import Json, items_at, mapping_at, text_at
from function.base.port import is_port
from function.importing.environment import PLATFORM

_DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container"


def main_position(deployment: Json) -> int:
    """Return the position of the container that does the work of the service; 0 if nothing tells it."""
    template = mapping_at(deployment, "spec", "template")
    named = text_at(template, "metadata", "annotations", _DEFAULT_CONTAINER)
    service = text_at(deployment, "metadata", "name")
    containers = items_at(template, "spec", "containers")

    def evidence(position: int) -> tuple[bool, ...]:
        container = containers[position]
        name = text_at(container, "name")
        variables = {text_at(entry, "name") for entry in items_at(container, "env")}
        return (
            name == naming.MAIN_CONTAINER,
            bool(named) and name == named,
            bool(variables & {*PLATFORM}),
            name == service,
            bool(mapping_at(container, "readinessProbe") or mapping_at(container, "livenessProbe")),
        )

    return max(range(len(containers)), key=evidence, default=0)


def main_container(deployment: Json) -> Mapping[str, Json]:
    """Return that container, {} if there is none."""
    containers = items_at(deployment, "spec", "template", "spec", "containers")
    found = containers[main_position(deployment)] if containers else {}
    return found if isinstance(found, Mapping) else {}


def init_position(pod: Json) -> int | None:
    """Return the position of the first init container that ends before the service starts, or None."""
    containers = items_at(pod, "initContainers")
    ending = (
        at for at, found in enumerate(containers) if mapping_at(found) and "restartPolicy" not in mapping_at(found)
    )
    return next(ending, None)


def http_port(container: Json, service: Json) -> int | None:
    """Return the port that is named http, or else behind the Service, or else of the probes, or else the first one."""
    return next(_ports(container, service), None)


def port_number(value: Json, container: Json) -> int | None:
    """Return the number of a port that is given by number or by the name of a port of the container."""
    if isinstance(value, str) and value.isdigit() and value.isascii():
        value = int(value[:6])
    if isinstance(value, str):
        value = next(
            (
                mapping_at(port).get("containerPort")
                for port in items_at(container, "ports")
                if text_at(port, "name") == value
            ),
            None,
        )
    return value if is_port(value) else None


def target_of(port: Json, container: Json) -> int | None:
    """Return the port of the container that a port of a Service leads to."""
    ports = mapping_at(port)
    return port_number(ports.get("targetPort", ports.get("port")), container)


def _ports(container: Json, service: Json) -> Iterator[int]:
    probes = [mapping_at(container, f"{kind}Probe", "httpGet").get("port") for kind in ("readiness", "liveness")]
    declared: Sequence[Json] = [
        mapping_at(port).get("containerPort")
        for port in items_at(container, "ports")
        if text_at(port, "name") != naming.METRICS_PORT
    ]
    behind = [target_of(port, container) for port in items_at(service, "spec", "ports")]
    for value in (naming.HTTP_PORT, *behind, *probes, *declared):
        number = port_number(value, container)
        if number is not None:
            yield number
