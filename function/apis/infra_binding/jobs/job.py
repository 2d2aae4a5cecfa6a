"""The Flink job of a process: its object, or why there is none, and its configuration."""

from dataclasses import dataclass

from function.apis.infra_binding.dapr.annotations import annotations
from function.apis.infra_binding.endpoints.usage import Usage
from function.apis.infra_binding.flink.log4j import log4j, writes_json
from function.apis.infra_binding.flink.version import release
from function.apis.infra_binding.jobs.configuration import deployed, file
from function.apis.infra_binding.jobs.plan import Plan
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import job_name
from function.apis.infra_binding.units import quantity
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import flink_deployment
from function.manifests.flink_deployment import Compute, JobSpec, Pods
from function.readiness.flink_deployment import READINESS

JOB = Part(
    key="flinkdeployment",
    kind=flink_deployment.KIND.kind,
    made="for each process whose image and jar are known, with `deployment.type: kubernetes`",
)


@dataclass(frozen=True, kw_only=True)
class Job:
    """A process and the job that runs it."""

    name: str
    """The process."""
    physical: str
    """Name of the FlinkDeployment."""
    file: str
    """The whole configuration, as text of Flink's configuration file."""
    log4j: str | None
    """How it logs, as text of Log4j's configuration file, or None if the binding does not say."""
    made: Made
    usage: tuple[Usage, ...]
    """The pods, if it is deployed."""
    wanted: bool
    """Whether the binding asks for the job, regardless of the platform's settings."""

    @property
    def path(self) -> str:
        """Return the path of the process below `spec`."""
        return f"resources.{self.name}"

    @property
    def key(self) -> str:
        """Return the composed key of the FlinkDeployment."""
        return JOB.of(self.name)


def job(plan: Plan, meta: Meta) -> Job:
    """Return the job of a process of the binding `meta.name`."""
    physical = job_name(meta.namespace, meta.name, plan.name)
    made = _made(plan, physical, meta)
    return Job(
        name=plan.name,
        physical=physical,
        file=file(plan),
        log4j=_log4j(plan),
        made=made,
        usage=_usage(plan),
        wanted=plan.elsewhere is None,
    )


def _made(plan: Plan, name: str, meta: Meta) -> Made:
    if plan.unmanaged is not None or plan.image is None or plan.jar is None or plan.version is None:
        return Made(unmanaged=plan.unmanaged)
    manifest = flink_deployment.manifest(
        meta,
        name=name,
        image=plan.image,
        version=plan.version,
        configuration=deployed(plan),
        pods=Pods(
            service_account=plan.flink.service_account,
            environment=_environment(plan, plan.image),
            metrics_port=plan.scraped.port if plan.scraped else None,
            log4j=_log4j(plan),
            annotations=annotations(plan.dapr, meta.name, plan.name),
        ),
        job=_job_spec(plan, plan.jar),
    )
    return Made(own=(Resource(JOB.of(plan.name), manifest, READINESS, about=WORKLOAD_AVAILABLE),))


def _usage(plan: Plan) -> tuple[Usage, ...]:
    """Return the pods; the operator sets each amount as the request and as the limit."""
    manager = plan.flink.job_manager
    return (
        _pods("job manager", 1, manager.cpu, manager.memory),
        _pods("task managers", plan.parallelism, plan.task_cpu, quantity(plan.task_memory)),
    )


def _pods(what: str, number: int, cores: float, memory: str) -> Usage:
    cpu = f"{cores:g}"
    return Usage(what=what, number=number, cpu=cpu, memory=memory, cpu_limit=cpu, memory_limit=memory)


def _log4j(plan: Plan) -> str | None:
    logging = plan.monitoring.logging if plan.monitoring else None
    if logging is None or (logging.level is None and logging.format is None):
        return None
    return log4j(logging.level or "INFO", as_json=logging.format == "json" and writes_json(plan.version))


def _environment(plan: Plan, image: str) -> dict[str, str]:
    """Return the environment variables of the pods; a plug-in is enabled under the name of its release."""
    if plan.checkpoint.entry is None:
        return {}
    storage = plan.checkpoint.entry.storage()
    exact = release(image)
    plugin = {"ENABLE_BUILT_IN_PLUGINS": f"{storage.plugin}-{exact}.jar"} if storage.plugin and exact else {}
    return {**storage.environment, **plugin}


def _job_spec(plan: Plan, jar: str) -> JobSpec:
    """Return the job. The platform's jar runs every process, so it is told which one."""
    shared = plan.settings.jar is None
    given = [f"--process={plan.name}", f"--environment={plan.environment}"] if shared else []
    manager = plan.flink.job_manager
    return JobSpec(
        jar=jar,
        entry_class=plan.settings.entry_class or (plan.flink.entry_class if shared else None),
        args=given if plan.settings.args is None else plan.settings.args,
        parallelism=plan.parallelism,
        upgrade_mode="last-state" if plan.checkpoint.entry is not None else "stateless",
        job_manager=Compute(cpu=manager.cpu, memory=manager.memory),
        task_manager=Compute(cpu=plan.task_cpu, memory=quantity(plan.task_memory)),
    )
