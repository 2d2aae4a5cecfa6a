"""The configuration of a process under Flink's names."""

from function.apis.infra_binding.deployment.high_availability import STORAGE, InKubernetes
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes
from function.apis.infra_binding.flink.keys import lines, named
from function.apis.infra_binding.jobs.plan import Plan
from function.base.quantity import mebibytes


def file(plan: Plan, binding: str) -> str:
    """Return the configuration for Flink clusters that nothing here deploys, as text of a configuration file.

    `binding` is the namespace and the name of the binding: its processes share a cluster on machines.
    """
    sizes = {
        "jobmanager.memory.process.size": _job_manager_memory(plan),
        "parallelism.default": str(plan.parallelism),
        "taskmanager.memory.process.size": plan.sizes.memory,
    }
    target = plan.target
    placed = {} if target is None or isinstance(target, Kubernetes) else _placed(plan)
    if target is not None and plan.state_directory is not None:
        placed.update(target.identity(binding))
    return lines(named({**sizes, **placed, **_common(plan)}, plan.version))


def _job_manager_memory(plan: Plan) -> str:
    """Return the memory of a job manager, without which it does not start: Flink has a default in its own file only."""
    return plan.kubernetes.job_manager.resources.memory or f"{mebibytes(plan.flink.job_manager.memory)}mb"


def deployed(plan: Plan) -> dict[str, str]:
    """Return `flinkConfiguration`: parallelism and sizes of processes have fields of their own there.

    The job restarts when any value changes, so none depends on anything but the process and its deployment.
    """
    operator = {"kubernetes.operator.pod-template.merge-arrays-by-name": "true"}
    if plan.savepoints is not None:
        operator["execution.checkpointing.savepoint-dir"] = plan.savepoints
        if plan.kubernetes.savepoint.auto_savepoint is not False:
            operator["kubernetes.operator.job.savepoint-on-deletion"] = "true"
    return named({**_common(plan), **_placed(plan), **operator}, plan.version)


def _placed(plan: Plan) -> dict[str, str]:
    """Return what follows from the target of the deployment."""
    target = plan.target
    if target is None:
        return {}
    kept = {}
    if plan.state_directory is not None:
        kept = {**(target.high_availability() or InKubernetes()).settings(), STORAGE: plan.state_directory}
    return {**target.configuration(), **target.limits(plan.sizes.slots), **kept}


def _common(plan: Plan) -> dict[str, str]:
    checkpoint, backend, sizes = plan.checkpoint.entry, plan.state_backend.entry, plan.sizes
    configuration = {
        "taskmanager.numberOfTaskSlots": str(sizes.slots),
        "pipeline.max-parallelism": str(plan.max_parallelism),
        "taskmanager.memory.managed.size": sizes.managed_memory,
        "taskmanager.memory.network.min": sizes.network_memory,
        "taskmanager.memory.network.max": sizes.network_memory,
        **(checkpoint.configuration() if checkpoint else {}),
        **(backend.configuration(managed=sizes.has_managed_memory) if backend else {}),
        **(plan.monitoring.configuration() if plan.monitoring else {}),
    }
    if plan.settings.max_checkpoints is not None:
        configuration["execution.checkpointing.num-retained"] = str(plan.settings.max_checkpoints)
    return configuration
