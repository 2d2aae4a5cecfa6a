"""Health Endpoints: the commands to run first when something does not work."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.references import of_binding, shown
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import service
from function.apis.infra_binding.resolve import Resolved
from function.base.labels import NAME
from function.base.markdown import Markdown, fenced
from function.base.shell import Line, command, comment

_LAST = "--tail=100"


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield commands about the binding and its objects, each server, the processes, and Dapr."""
    yield Markdown("### The Binding and Its Objects")
    made = shown(resource.manifest for resource in resolved.objects)
    yield fenced((of_binding(resolved, "describe"), *made), "bash")
    for group in groups:
        yield group.heading
        yield fenced(_server(group, resolved.identity.namespace), "bash")
    yield from _processes(resolved)
    if resolved.spec.dapr is not None:
        yield Markdown("### Dapr")
        yield fenced(_dapr(resolved.identity.namespace), "bash")


def _server(group: Group, namespace: str) -> Iterator[Line]:
    place = service(group.address, namespace) if group.hidden is None else None
    if place is not None:
        selector = f"kubernetes.io/service-name={place.name}"
        yield comment("does the Service have pods, and what do they log?")
        yield command("kubectl", "get", "endpointslices", "-n", place.namespace, "-l", selector)
        yield command("kubectl", "logs", "-n", place.namespace, f"svc/{place.name}", _LAST)
        yield comment("after the commands of For Development, in the same terminal")
    yield from group.lines(_health)


def _health(endpoint: Endpoint) -> tuple[Line, ...]:
    return endpoint.health


def _processes(resolved: Resolved) -> Iterator[Markdown]:
    namespace, lines = resolved.identity.namespace, []
    for job in resolved.jobs:
        if job.made.own:
            lines += [
                command("kubectl", "get", "pods", "-n", namespace, "-l", f"app={job.physical}"),
                command("kubectl", "logs", "-n", namespace, "-l", f"app={job.physical},component=jobmanager", _LAST),
                command("kubectl", "logs", "-n", namespace, "-l", f"app={job.physical},component=taskmanager", _LAST),
            ]
    if lines:
        yield Markdown("### Processes (Flink)")
        yield fenced(lines, "bash")


def _dapr(namespace: str) -> Iterator[Line]:
    yield command("kubectl", "get", "pods", "-n", "dapr-system")
    yield command("kubectl", "get", "-n", namespace, "components.dapr.io,subscriptions.dapr.io,configurations.dapr.io")
    yield comment("the sidecar of a service: which components has it loaded, and which did it refuse?")
    yield command("kubectl", "logs", "-n", namespace, "-l", f"{NAME}=SERVICE", "-c", "daprd", _LAST)
