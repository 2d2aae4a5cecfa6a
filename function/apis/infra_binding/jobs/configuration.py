"""The configuration of a process under Flink's names."""

from function.apis.infra_binding.flink.keys import lines, named
from function.apis.infra_binding.jobs.plan import Plan


def file(plan: Plan) -> str:
    """Return the configuration for Flink clusters that nothing here deploys, as text of a configuration file."""
    sizes = {
        "parallelism.default": str(plan.parallelism),
        "taskmanager.memory.process.size": plan.task_memory,
    }
    return lines(named({**_common(plan), **sizes}, plan.version))


def deployed(plan: Plan) -> dict[str, str]:
    """Return `flinkConfiguration`: parallelism and sizes of processes have fields of their own there.

    The job restarts when any value changes, so none depends on anything but the process.
    """
    checkpoint = plan.checkpoint.entry
    operator = {"kubernetes.operator.pod-template.merge-arrays-by-name": "true"}
    if checkpoint is not None and plan.flink.high_availability:
        operator["high-availability.type"] = "kubernetes"
        operator["high-availability.storageDir"] = f"{checkpoint.storage().uri.rstrip('/')}/ha"
    if checkpoint is not None and checkpoint.savepoint is not None:
        operator["kubernetes.operator.job.savepoint-on-deletion"] = "true"
    return named({**_common(plan), **operator}, plan.version)


def _common(plan: Plan) -> dict[str, str]:
    checkpoint, backend = plan.checkpoint.entry, plan.state_backend.entry
    configuration = {
        "taskmanager.numberOfTaskSlots": "1",
        "pipeline.max-parallelism": str(plan.max_parallelism),
        "taskmanager.memory.managed.size": plan.managed_memory,
        "taskmanager.memory.network.min": plan.network_memory,
        "taskmanager.memory.network.max": plan.network_memory,
        **(checkpoint.configuration() if checkpoint else {}),
        **(backend.configuration(managed=plan.has_managed_memory) if backend else {}),
        **(plan.monitoring.configuration() if plan.monitoring else {}),
    }
    if plan.settings.max_checkpoints is not None:
        configuration["execution.checkpointing.num-retained"] = str(plan.settings.max_checkpoints)
    return configuration
