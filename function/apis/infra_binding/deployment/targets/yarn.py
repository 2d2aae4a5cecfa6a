"""Jobs in a cluster of Hadoop, which something else starts with the configuration in the document."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.deployment.compute import Machines, Offered
from function.apis.infra_binding.deployment.containers import ApplicationMaster, Container, Resource
from function.apis.infra_binding.deployment.hadoop import Kerberos, YarnConnection, YarnSettings
from function.apis.infra_binding.deployment.high_availability import InZooKeeper
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding
from function.base.text import Text

Name = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9][-_.a-zA-Z0-9]*$",
        meaning="letters, digits, '-', '_' and '.', starting with a letter or digit",
        example="authorization-enrichment",
        max_length=128,
    ),
]
Queue = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9][-_.a-zA-Z0-9]*$",
        meaning="the name of a queue, such as root.streaming",
        example="streaming",
        max_length=256,
    ),
]
_TARGETS = {"session": "yarn-session", "application": "yarn-application", "per_job": "yarn-application"}
_AS_NEEDED = "Flink requests as many containers as the parallelism of a process needs"
_NO_SESSION = "mode is not session, so a task manager has a slot for each task that fits into its container"
_IN_HADOOP = "the configuration of Hadoop names it, which is in yarn.config_dir"


class YarnApplication(Binding):
    """How YARN shows jobs."""

    name: Name | None = None
    """Name. Default: that of the job."""
    type: Name | None = None
    """Type. Default: Apache Flink."""
    tags: Annotated[list[Name], Field(max_length=16)] = []
    """Tags."""


class Session(Binding):
    """A cluster for several jobs, which must be started first."""

    name: Name | None = None
    """Name of the cluster. It has no effect: a session is found by the ID that YARN gives it."""
    task_managers: Machines | None = None
    """Number of task managers. It has no effect: Flink requests as many as jobs need."""
    slots_per_task_manager: Annotated[int, Field(ge=1, le=128)] | None = None
    """Slots of each task manager, with mode session only. Default: as many as tasks fit into a container."""


class PerJob(Binding):
    """A cluster for one job."""

    detached: bool | None = None
    """Whether the client ends when the job has started. Default: true."""
    shutdown_on_completion: bool | None = None
    """Whether the cluster ends with the job. Default: true."""


class Model(Target):
    """Jobs in a cluster of Hadoop. Nothing starts them; the document has their configuration."""

    type: Literal["yarn"]
    queue: Queue | None = None
    """Queue of YARN. Default: that of the cluster."""
    mode: Literal["session", "application", "per_job"] | None = None
    """Whether jobs share a cluster. per_job is started as application, because Flink 2 has no such mode. Default:
    application."""
    yarn: YarnConnection = YarnConnection()
    """How YARN is reached."""
    application: YarnApplication = YarnApplication()
    """How YARN shows jobs."""
    application_master: ApplicationMaster = ApplicationMaster()
    """The container of a job manager."""
    container: Container = Container()
    """The container of a task manager."""
    resource: Resource = Resource()
    """How many containers a job may have."""
    yarn_settings: YarnSettings = YarnSettings()
    """Files that YARN hands to containers."""
    kerberos: Kerberos | None = None
    """The login of Flink to Hadoop. That of a checkpoint has priority. Default: the user who starts the job."""
    ha: InZooKeeper | None = None
    """How a job continues when its job manager fails. Default: the job ends with it."""
    session: Session = Session()
    """A cluster for several jobs."""
    per_job: PerJob = PerJob()
    """A cluster for one job."""

    @property
    def _is_session(self) -> bool:
        return self.mode == "session"

    def offered(self) -> Offered:
        """Return the size of a container, or the slots of a session."""
        cores = self.container.vcores
        slots = self.session.slots_per_task_manager if self._is_session else None
        return Offered(cpu=cores, memory=self.container.memory, slots=slots, place="container")

    def configuration(self) -> dict[str, str]:
        """Return the settings of Flink for YARN."""
        master, shown = self.application_master, self.application
        detached, ends = self.per_job.detached, self.per_job.shutdown_on_completion
        settings = {
            "execution.target": _TARGETS[self.mode or "application"],
            "execution.attached": None if detached is None else not detached,
            "execution.shutdown-on-application-finish": ends,
            "jobmanager.memory.process.size": master.memory,
            "yarn.application.name": shown.name,
            "yarn.application.queue": self.queue,
            "yarn.application.type": shown.type,
            "yarn.appmaster.vcores": master.vcores,
            "yarn.containers.vcores": self.container.vcores,
            "yarn.tags": ",".join(shown.tags) or None,
        }
        login = self.kerberos.configuration() if self.kerberos else {}
        return {**texts(settings), **self.yarn.configuration(), **self.yarn_settings.configuration(), **login}

    def limits(self, slots: int) -> dict[str, str]:
        """Return the settings for the number of containers, which Flink counts in slots."""
        return self.resource.dynamic.configuration(slots)

    def high_availability(self) -> InZooKeeper | None:
        """Return how a job goes on when its job manager fails."""
        return self.ha

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that is no configuration of Flink, and why."""
        yield from super().unmanaged()
        if self.yarn.resource_manager is not None:
            yield "yarn.resource_manager", _IN_HADOOP
        if self.container.count is not None:
            yield "container.count", _AS_NEEDED
        if self.session.task_managers is not None:
            yield "session.task_managers", _AS_NEEDED
        if self.session.slots_per_task_manager is not None and not self._is_session:
            yield "session.slots_per_task_manager", _NO_SESSION
        if self.session.name is not None:
            yield (
                "session.name",
                "a session is found by the ID that YARN gives it: set yarn.application.id",
            )
        yield from ((f"yarn_settings.{place}", why) for place, why in self.yarn_settings.unmanaged())

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the mode that Flink has no more."""
        if self.mode == "per_job":
            yield "mode", "execution.target is yarn-application, because Flink 2 has no mode for each job"
