"""Jobs in the cluster of the binding."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from function.apis.infra_binding.deployment.access import Connection, Ingress, Service
from function.apis.infra_binding.deployment.compute import JobManager, Offered, TaskManager
from function.apis.infra_binding.deployment.high_availability import InKubernetes
from function.apis.infra_binding.deployment.image import JobImage
from function.apis.infra_binding.deployment.pod_template import OF_FLINK, PodTemplate
from function.apis.infra_binding.deployment.savepoint import Savepoints
from function.apis.infra_binding.deployment.scaling import Scaling
from function.apis.infra_binding.deployment.strategy import Strategy
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding, LocalPath
from function.apis.infra_binding.units import ByteSize
from function.base.marks import MayHoldSecret
from function.base.types import DnsLabel, DnsSubdomain
from function.platform.flink import ClassName

_OWN_JOB = "resources says for each process which jar, class, and arguments its job has, and the jar is in the image"
_UNMANAGED = {
    "kubernetes": "jobs run in the cluster of the binding, which needs no configuration of kubectl",
    "ingress": "the web interface of Flink has no login, so nothing makes it reachable from outside the cluster",
    "service": "the operator creates the Service of a job, with the type ClusterIP and the ports of Flink",
    "mode": "each process runs as an application in a cluster of its own, whose pods Flink itself starts",
    "native": "pod_template takes the place of a file, and quotas are those of the namespace",
    "application": _OWN_JOB,
}
"""Why fields have no object and no effect."""
_AS_NEEDED = "Flink starts as many task managers as the parallelism of a process needs"


class Quotas(Binding):
    """Amounts that all jobs together may use."""

    cpu: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """CPU cores."""
    memory: ByteSize | None = None
    """Memory."""


class Native(Binding):
    """Settings of the mode native. They have no effect."""

    pod_template_file: LocalPath | None = None
    """File with a pod template. Use pod_template."""
    quotas: Quotas = Quotas()
    """Amounts that all jobs together may use. The namespace can have a ResourceQuota."""


class Application(Binding):
    """Settings of the mode application. They have no effect: resources has them for each process."""

    main_class: ClassName | None = None
    """Main class of the jar. Use entry_class of a process."""
    args: Annotated[
        list[Annotated[str, StringConstraints(max_length=1024)]], Field(max_length=64), MayHoldSecret()
    ] = []
    """Arguments of the job. Use args of a process."""
    artifacts: Annotated[list[StorageUri], Field(max_length=16)] = []
    """Jars. Use jar of a process."""


class Model(Target):
    """Jobs in the cluster and the namespace of the binding."""

    type: Literal["kubernetes"]
    namespace: DnsLabel | None = None
    """Namespace of the jobs. Jobs are created only in that of the binding. Default: that of the
    binding."""
    kubernetes: Connection = Connection()
    """How kubectl reaches the cluster. Nothing uses it."""
    service_account: DnsSubdomain | None = None
    """ServiceAccount of the pods, which must exist, and which the platform must allow. Default: the platform's."""
    image: JobImage | None = None
    """Image of processes that set none. Default: the platform's."""
    job_manager: JobManager = JobManager()
    """Job managers of each job."""
    task_manager: TaskManager = TaskManager()
    """Task managers of each job."""
    pod_template: PodTemplate = PodTemplate()
    """What the pods get in addition to what Flink gives them."""
    ha: InKubernetes | None = None
    """How a job continues when its job manager fails. Default: as the platform does."""
    ingress: Ingress = Ingress()
    """The web interface outside the cluster. Nothing is created."""
    service: Service = Service()
    """The Service of a job. The operator creates it."""
    scaling: Scaling | None = None
    """How Flink's autoscaler changes jobs. Default: not at all."""
    mode: Literal["native", "application"] | None = None
    """How jobs are deployed. In both modes, each has a cluster of its own."""
    native: Native = Native()
    """Settings of the mode native."""
    application: Application = Application()
    """Settings of the mode application."""
    strategy: Strategy = Strategy()
    """How a job is replaced by its next version."""
    savepoint: Savepoints = Savepoints()
    """When savepoints are stored, and from which a job starts."""

    def offered(self) -> Offered:
        """Return the size of a task manager."""
        amounts = self.task_manager.resources
        return Offered(cpu=amounts.cpu, memory=amounts.memory, place="task_manager.resources")

    def configuration(self) -> dict[str, str]:
        """Return the settings of the operator."""
        return self.savepoint.configuration()

    def limits(self, slots: int) -> dict[str, str]:
        """Return the settings of the autoscaler."""
        return self.scaling.configuration(slots) if self.scaling else {}

    def high_availability(self) -> InKubernetes | None:
        """Return how a job goes on when its job manager fails."""
        return self.ha

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that creates nothing and has no effect, and why."""
        yield from super().unmanaged()
        written = self.model_dump(exclude_none=True, exclude_defaults=True)
        yield from ((field, why) for field, why in _UNMANAGED.items() if field in written)
        yield from ((f"strategy.{place}", why) for place, why in self.strategy.unmanaged())
        if self.task_manager.replicas is not None:
            yield "task_manager.replicas", _AS_NEEDED
        if self.scaling is not None:
            yield from ((f"scaling.{place}", why) for place, why in self.scaling.unmanaged())

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the labels of pods that Flink sets."""
        for key in OF_FLINK:
            if key in self.pod_template.metadata.labels:
                yield f"pod_template.metadata.labels.{key}", "Flink sets this label itself, with another value"
