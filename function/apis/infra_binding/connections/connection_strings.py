"""Connection Strings: commands on the machine of a developer, and addresses for applications."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.document import document_name
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import service
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, code, fenced, items, joined, records
from function.base.shell import Line, command

_TOOLS = Markdown(
    "The commands contain no passwords: they read Secrets with kubectl, if your rights allow it. In the download of "
    "Apache Kafka, the names of its tools end with `.sh`."
)


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield the commands for developers, the addresses, and what applications read."""
    yield Markdown("### For Development")
    yield _TOOLS
    for group in groups:
        lines = group.lines(_development)
        if lines:
            yield Markdown(f"**{group.service}**, {group.where}")
            yield fenced(lines, "bash")
    yield from _local_processes(resolved)
    yield Markdown("### For Production")
    if groups:
        yield records([_address(group, resolved.identity.namespace) for group in groups])
    yield items(_files(resolved))


def _development(endpoint: Endpoint) -> tuple[Line, ...]:
    return endpoint.development


def _local_processes(resolved: Resolved) -> Iterator[Markdown]:
    forwards = [
        command("kubectl", "port-forward", "-n", resolved.identity.namespace, f"svc/{job.physical}-rest", "8081:8081")
        for job in resolved.jobs
        if job.made.own
    ]
    if forwards:
        yield Markdown("**Flink**, the web interface of one job at a time, at `http://localhost:8081`")
        yield fenced(forwards, "bash")
    if resolved.spec.dapr is not None:
        yield Markdown("**Dapr**, the applications with a sidecar")
        yield fenced((command("dapr", "list", "-k"), command("dapr", "dashboard", "-k")), "bash")


def _address(group: Group, namespace: str) -> dict[str, Markdown]:
    whole = ",".join(_whole(address, namespace) for address in group.address.split(","))
    return {
        "Service": Markdown(group.service),
        "Address": group.where,
        "From other namespaces": code(whole) if whole != group.address else Markdown("the same"),
    }


def _whole(address: str, namespace: str) -> str:
    """Return an address as pods of all namespaces resolve it."""
    found = service(address, namespace)
    return address if found is None else f"{found.name}.{found.namespace}.svc:{found.port}".rstrip(":")


def _files(resolved: Resolved) -> Iterator[Markdown]:
    name = document_name(resolved.identity)
    files = joined(map(code, sorted(resolved.document)))
    yield Markdown(f"Applications read their settings in the ConfigMap {code(name)}: {files}.")
    variables = sorted({name for secret in resolved.secrets.values() for name in (secret.variables or {}).values()})
    if variables:
        yield Markdown(f"Variables that applications must have: {joined(map(code, variables))}.")
