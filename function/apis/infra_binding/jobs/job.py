"""The Flink job of a process: its object, or why there is none, and its configuration."""

from dataclasses import dataclass

from function.apis.infra_binding.endpoints.usage import Usage
from function.apis.infra_binding.flink.log4j import log4j, writes_json
from function.apis.infra_binding.jobs.configuration import deployed, file
from function.apis.infra_binding.jobs.plan import Plan
from function.apis.infra_binding.jobs.pods import pods
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import job_name
from function.apis.infra_binding.units import quantity
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.base.quantity import mebibytes
from function.delivery.resource import Resource
from function.manifests import flink_deployment
from function.manifests.flink_deployment import Compute, Image, JobSpec
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


def job(plan: Plan, meta: Meta, *, restricted: bool) -> Job:
    """Return the job of a process of the binding `meta.name`; `restricted` is the profile of Pod Security."""
    physical = job_name(meta.namespace, meta.name, plan.name)
    made = _made(plan, physical, meta, restricted=restricted)
    return Job(
        name=plan.name,
        physical=physical,
        file=file(plan, f"{meta.namespace}/{meta.name}"),
        log4j=_log4j(plan),
        made=made,
        usage=_usage(plan),
        wanted=plan.elsewhere is None,
    )


def _made(plan: Plan, name: str, meta: Meta, *, restricted: bool) -> Made:
    if plan.unmanaged is not None or plan.image is None or plan.jar is None or plan.version is None:
        return Made(unmanaged=plan.unmanaged)
    placed = plan.kubernetes
    manifest = flink_deployment.manifest(
        meta,
        name=name,
        image=Image(plan.image, placed.image.pull_policy if placed.image and plan.settings.image is None else None),
        version=plan.version,
        configuration=deployed(plan),
        pods=pods(plan, meta.name, plan.image, restricted=restricted),
        log4j=_log4j(plan),
        job=_job_spec(plan, plan.jar),
    )
    return Made(own=(Resource(JOB.of(plan.name), manifest, READINESS, about=WORKLOAD_AVAILABLE),))


def _usage(plan: Plan) -> tuple[Usage, ...]:
    """Return the pods; the operator sets each amount as the request and as the limit."""
    manager, managers = _job_manager(plan), plan.kubernetes.job_manager.replicas or 1
    workers = -(-plan.parallelism // plan.sizes.slots)
    return (
        _pods("job manager" if managers == 1 else "job managers", managers, manager.cpu, manager.memory),
        _pods("task managers", workers, plan.sizes.cpu, quantity(plan.sizes.memory)),
    )


def _pods(what: str, number: int, cores: float, memory: str) -> Usage:
    cpu = f"{cores:g}"
    return Usage(what=what, number=number, cpu=cpu, memory=memory, cpu_limit=cpu, memory_limit=memory)


def _log4j(plan: Plan) -> str | None:
    logging = plan.monitoring.logging if plan.monitoring else None
    if logging is None or (logging.level is None and logging.format is None):
        return None
    return log4j(logging.level or "INFO", as_json=logging.format == "json" and writes_json(plan.version))


def _job_spec(plan: Plan, jar: str) -> JobSpec:
    """Return the job. The platform's jar runs every process, so it is told which one."""
    shared = plan.settings.jar is None
    given = [f"--process={plan.name}", f"--environment={plan.environment}"] if shared else []
    restore = plan.kubernetes.savepoint.restore
    return JobSpec(
        jar=jar,
        entry_class=plan.settings.entry_class or (plan.flink.entry_class if shared else None),
        args=given if plan.settings.args is None else plan.settings.args,
        parallelism=plan.parallelism,
        upgrade_mode=plan.upgrade_mode,
        job_manager=_job_manager(plan),
        job_managers=plan.kubernetes.job_manager.replicas or 1,
        task_manager=Compute(cpu=plan.sizes.cpu, memory=quantity(plan.sizes.memory)),
        savepoint=restore.path if restore else None,
        allow_non_restored=bool(restore and restore.allow_non_restored),
    )


def _job_manager(plan: Plan) -> Compute:
    """Return the size of a job manager: that of the binding, or else the platform's."""
    asked, default = plan.kubernetes.job_manager.resources, plan.flink.job_manager
    memory = quantity(asked.memory) if asked.memory is not None else _whole(default.memory)
    return Compute(cpu=asked.cpu or default.cpu, memory=memory)


def _whole(memory: str) -> str:
    """Return an amount that the operator reads as Kubernetes does: it takes no fractions, and reads 2G as 2Gi."""
    whole = memory[:-2].isdigit() and memory.endswith(("Ki", "Mi", "Gi", "Ti"))
    return memory if whole else f"{mebibytes(memory)}Mi"
