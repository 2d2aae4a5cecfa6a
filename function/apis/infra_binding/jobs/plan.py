"""What is known about a process before anything is created for it: its settings, with all defaults applied."""

from collections.abc import Iterator
from dataclasses import dataclass

from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes
from function.apis.infra_binding.flink import process as defaults
from function.apis.infra_binding.flink.process import DEFAULTS, Process, with_defaults
from function.apis.infra_binding.flink.version import series, supported
from function.apis.infra_binding.jobs.chosen import Chosen, chosen
from function.apis.infra_binding.jobs.sizes import Sizes
from function.apis.infra_binding.jobs.target import elsewhere
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitoring.metrics import Scraped
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.sections.checkpoints import Checkpoint
from function.apis.infra_binding.sections.state_backends import StateBackend
from function.base.problems import join
from function.platform.config import PlatformConfig
from function.platform.flink import Flink, FlinkVersion

NOWHERE = Kubernetes(type="kubernetes")
"""A deployment that says nothing."""


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
    target: Target | None
    """Where processes run, as far as the binding says."""
    elsewhere: str | None
    """Why nothing deploys the processes of this binding, or None."""

    @property
    def kubernetes(self) -> Kubernetes:
        """Return what the binding says about jobs in its cluster, which is nothing for other targets."""
        return self.target if isinstance(self.target, Kubernetes) else NOWHERE

    @property
    def image(self) -> str | None:
        """Return the image."""
        placed = self.kubernetes.image
        return self.settings.image or (placed.reference if placed else self.flink.image)

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
    def sizes(self) -> Sizes:
        """Return the sizes of the task managers."""
        backend = self.state_backend.entry
        return Sizes(
            settings=self.settings,
            offered=self.target.offered() if self.target else Offered(),
            uses_managed_memory=backend is None or backend.uses_managed_memory,
        )

    @property
    def state_directory(self) -> str | None:
        """Return where what job managers know is kept if one fails, or None if it is not kept."""
        asked = self.target.high_availability() if self.target else None
        default = self.flink.high_availability and isinstance(self.target, Kubernetes)
        if not (default if asked is None else asked.is_on(default=default)):
            return None
        if asked is not None and asked.storage_dir is not None:
            return asked.storage_dir
        stored = self.checkpoint.entry
        return f"{stored.storage().uri.rstrip('/')}/ha" if stored is not None else None

    @property
    def savepoints(self) -> str | None:
        """Return the directory of savepoints, or None if there is none."""
        stored = self.checkpoint.entry
        own = stored.savepoint.directory if stored is not None and stored.savepoint is not None else None
        return own or self.kubernetes.savepoint.directory

    @property
    def stores_savepoints(self) -> bool:
        """Return whether a job is changed by way of a savepoint."""
        placed = self.kubernetes
        return placed.savepoint.auto_savepoint is True or placed.strategy.takes_savepoint

    @property
    def upgrade_mode(self) -> str:
        """Return with which state the next version of a job starts."""
        if self.stores_savepoints:
            return "savepoint"
        return "last-state" if self.checkpoint.entry is not None else "stateless"

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

    def size_path(self, amount: str) -> str:
        """Return where an amount of a task manager is set, `cpu` or `memory`."""
        offered = self.sizes.offered
        if getattr(offered, amount) is not None:
            field = "vcores" if (offered.place, amount) == ("container", "cpu") else amount
            return join("spec.deployment", offered.place, field)
        return self.path(f"task_{amount}")


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
                target=spec.deployment,
                elsewhere=elsewhere(spec.deployment, namespace),
            )


def _without(field: str, what: str) -> str:
    return (
        f"neither the binding nor PlatformConfig.spec.flink.{field} sets {what}; the document contains its "
        "configuration"
    )
