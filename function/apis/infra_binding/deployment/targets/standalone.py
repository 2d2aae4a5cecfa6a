"""Jobs in a cluster of Flink on machines, which something else starts with the files in the document."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.deployment.high_availability import CLUSTER, InZooKeeper
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.tls import Security
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding
from function.base.marks import Address
from function.base.text import Text
from function.base.types import Port

Host = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*$",
        meaning="a host name or an IPv4 address, without a port",
        example="flink-jm.example.org",
        max_length=253,
    ),
    Address(),
]
_WEB_PORT = 8081


class JobManagerHost(Binding):
    """The machine of the job manager."""

    host: Host
    """Host name."""
    port: Port | None = None
    """Port for task managers. Default: 6123, or any port with high availability."""
    web_port: Port | None = None
    """Port of the REST API and the web interface. Default: 8081."""


class TaskManagerHost(Binding):
    """A machine with a task manager."""

    host: Host
    """Host name."""
    port: Port | None = None
    """Port for other task managers. Default: any."""
    slots: Annotated[int, Field(ge=1, le=128)] | None = None
    """Slots. Default: 1."""


class Cluster(Binding):
    """The machines."""

    job_manager: JobManagerHost | None = None
    """The machine of the job manager. Default: that in the configuration of the installation."""
    task_managers: Annotated[list[TaskManagerHost], Field(max_length=256)] = []
    """The machines with task managers."""


class Model(Target):
    """Jobs in a cluster of Flink on machines. Nothing starts it; the document has its files."""

    type: Literal["standalone"]
    cluster: Cluster = Cluster()
    """The machines."""
    ha: InZooKeeper | None = None
    """How a job continues when its job manager fails. Default: not at all."""
    security: Security = Security()
    """Encryption between the machines."""

    def offered(self) -> Offered:
        """Return the slots that every task manager has."""
        return Offered(slots=min((machine.slots or 1 for machine in self.cluster.task_managers), default=None))

    def configuration(self) -> dict[str, str]:
        """Return the settings that all machines share."""
        leader, ports = self.cluster.job_manager, {machine.port for machine in self.cluster.task_managers}
        kept = self.ha is not None and self.ha.is_on(default=False)
        settings = {
            # with high availability, Flink reads this port in place of the other one
            "high-availability.jobmanager.port": leader.port if leader and kept else None,
            "jobmanager.rpc.address": leader.host if leader else None,
            "jobmanager.rpc.port": leader.port if leader else None,
            "rest.address": leader.host if leader else None,
            "rest.port": leader.web_port if leader else None,
            "taskmanager.rpc.port": next(iter(ports)) if len(ports) == 1 else None,
        }
        return {**texts(settings), **self.security.configuration()}

    def identity(self, binding: str) -> dict[str, str]:
        """Return the ID below which the leader is known; elsewhere, Flink or the operator sets it."""
        return {CLUSTER: f"/{binding}"}

    def files(self) -> Mapping[str, str]:
        """Return the lists of machines that Flink's scripts read."""
        leader, others = self.cluster.job_manager, self.cluster.task_managers
        masters = {"masters": f"{leader.host}:{leader.web_port or _WEB_PORT}\n"} if leader else {}
        workers = {"workers": "".join(f"{machine.host}\n" for machine in others)} if others else {}
        return {**masters, **workers}

    def high_availability(self) -> InZooKeeper | None:
        """Return how a job goes on when its job manager fails."""
        return self.ha

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that is no configuration of Flink, and why."""
        yield from super().unmanaged()
        yield from ((f"security.{place}", why) for place, why in self.security.unmanaged())

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield what differs between machines, because all of them read the same configuration."""
        machines = self.cluster.task_managers
        if len({machine.slots or 1 for machine in machines}) > 1:
            yield "cluster.task_managers", f"every task manager has {self.offered().slots} slots, the smallest number"
        if len({machine.port for machine in machines}) > 1:
            yield "cluster.task_managers.port", "it is set on no machine, because the ports differ"
