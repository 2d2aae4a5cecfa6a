"""What is known about a process before anything is created for it: its settings, with all defaults applied."""

from collections.abc import Iterator
from dataclasses import dataclass

from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.flink import process as defaults
from function.apis.infra_binding.flink.memory import TaskManager
from function.apis.infra_binding.flink.process import DEFAULTS, Process, with_defaults
from function.apis.infra_binding.flink.version import series, supported
from function.apis.infra_binding.jobs.chosen import Chosen, chosen
from function.apis.infra_binding.jobs.target import elsewhere
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitoring.metrics import Scraped
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.sections.checkpoints import Checkpoint
from function.apis.infra_binding.sections.state_backends import StateBackend
from function.apis.infra_binding.units import in_bytes
from function.base.problems import join
from function.platform.config import PlatformConfig
from function.platform.flink import Flink, FlinkVersion


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A process with the platform's settings applied."""

    name: str
    """The process."""
    own: Process
    """The process as the user wrote it."""
    settings: Process
    """The same with the values of _defaults."""
    checkpoint: Chosen[Checkpoint]
    state_backend: Chosen[StateBackend]
    monitoring: Monitoring | None
    """What the binding says about metrics, traces, logs, and alerts."""
    dapr: Dapr | None
    """What the binding says about Dapr, if the platform has it."""
    environment: str
    """The environment of the binding."""
    flink: Flink
    """The platform's settings."""
    elsewhere: str | None
    """Why nothing deploys the processes of this binding, or None."""

    @property
    def image(self) -> str | None:
        """Return the image."""
        return self.settings.image or self.flink.image

    @property
    def version(self) -> FlinkVersion | None:
        """Return the version that the tag of the image names, or else the platform's."""
        named = series(self.image) if self.image else None
        return supported(named) if named else self.flink.version

    @property
    def parallelism(self) -> int:
        """Return the number of parallel instances."""
        return self.settings.parallelism or defaults.PARALLELISM

    @property
    def max_parallelism(self) -> int:
        """Return the maximum number of parallel instances."""
        return self.settings.max_parallelism or self.parallelism

    @property
    def task_memory(self) -> str:
        """Return the memory of a task manager, which has one slot."""
        return self.settings.task_memory or defaults.TASK_MEMORY

    @property
    def task_cpu(self) -> float:
        """Return the CPU cores of a task manager."""
        return self.settings.task_cpu or defaults.TASK_CPU

    @property
    def network_memory(self) -> str:
        """Return the memory for network buffers."""
        return self.settings.network_memory or defaults.NETWORK_MEMORY

    @property
    def managed_memory(self) -> str:
        """Return the managed memory, none for a state backend that has no use for it."""
        backend = self.state_backend.entry
        useless = backend is not None and not backend.uses_managed_memory
        return defaults.MANAGED_MEMORY if useless else self.settings.managed_memory or defaults.MANAGED_MEMORY

    @property
    def has_managed_memory(self) -> bool:
        """Return whether there is any."""
        return in_bytes(self.managed_memory) > 0

    @property
    def memory(self) -> TaskManager:
        """Return the memory of a task manager."""
        sizes = map(in_bytes, (self.task_memory, self.network_memory, self.managed_memory))
        process, network, managed = sizes
        return TaskManager(process=process, network=network, managed=managed)

    @property
    def unmanaged(self) -> str | None:
        """Return why no job is created, or None."""
        if self.elsewhere is not None:
            return self.elsewhere
        if self.image is None:
            return _without("image", "an image")
        if self.jar is None:
            return _without("jar", "a jar")
        if self.version is None:
            return (
                "neither the tag of its image nor PlatformConfig.spec.flink.version names a supported version; "
                "the document contains its configuration"
            )
        return None

    @property
    def jar(self) -> str | None:
        """Return the jar in the image."""
        return self.settings.jar or self.flink.jar

    @property
    def scraped(self) -> Scraped | None:
        """Return how Prometheus reads the job's metrics, or None if it does not."""
        metrics = self.monitoring.metrics if self.monitoring else None
        return metrics.scraped() if metrics else None

    def path(self, field: str = "") -> str:
        """Return where a field is set: in the process, in _defaults, or nowhere, which is the process."""
        where = join("spec.resources", self.name)
        if field and getattr(self.own, field) is None:
            inherited = getattr(self.settings, field) is not None
            return join("spec.resources", DEFAULTS, field) if inherited else where
        return join(where, field) if field else where


def plans(spec: InfraBinding, namespace: str, config: PlatformConfig) -> Iterator[Plan]:
    """Yield the plan of each process of a binding, sorted by name."""
    inherited = spec.resources.get(DEFAULTS, Process())
    for name, own in sorted(spec.resources.items()):
        if name != DEFAULTS:
            settings = with_defaults(own, inherited)
            yield Plan(
                name=name,
                own=own,
                settings=settings,
                checkpoint=chosen(name, settings.checkpoint, spec.checkpoints),
                state_backend=chosen(name, settings.state_backend, spec.state_backends),
                monitoring=spec.monitoring,
                dapr=spec.dapr if config.dapr.enabled else None,
                environment=spec.environment,
                flink=config.flink,
                elsewhere=elsewhere(spec.deployment, namespace),
            )


def _without(field: str, what: str) -> str:
    return (
        f"neither the binding nor PlatformConfig.spec.flink.{field} sets {what}; the document contains its "
        "configuration"
    )
