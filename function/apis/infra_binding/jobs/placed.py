"""What keeps a process from running where the binding places it."""

from collections.abc import Iterator

from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes
from function.apis.infra_binding.jobs.plan import Plan
from function.base.problems import Problem, describe, join

_SECTION = "spec.deployment"


def placed(plan: Plan, *, alone: bool) -> Iterator[Problem]:
    """Yield the problems of a process; `alone` is whether the binding has no other."""
    yield from _fit(plan)
    yield from _availability(plan)
    if isinstance(plan.target, Kubernetes):
        yield from _savepoints(plan, alone=alone)
        yield from _scaling(plan)


def _fit(plan: Plan) -> Iterator[Problem]:
    sizes = plan.sizes
    if sizes.fitting < 1:
        message = describe(
            f"a task manager is too small for a task of process '{plan.name}', which needs {sizes.task_memory} and "
            f"{sizes.task_cpu} cores",
            hint="raise the amounts, or lower task_memory or task_cpu of the process",
        )
        yield Problem(path=join(_SECTION, sizes.offered.place), message=message, code="EP470")


def _availability(plan: Plan) -> Iterator[Problem]:
    """Yield a problem if what job managers know has to be kept and there is no place for it."""
    asked = plan.target.high_availability() if plan.target else None
    # what the platform does by itself needs no place: without checkpoints, a job has no state
    if asked is not None and asked.is_on(default=False) and plan.state_directory is None:
        message = describe(
            f"process '{plan.name}' has no checkpoints beside which the state of its job managers could be kept",
            hint="set ha.storage_dir, or add an entry to spec.checkpoints",
        )
        yield Problem(path=join(_SECTION, "ha"), message=message, code="EP471")
    elif (plan.kubernetes.job_manager.replicas or 1) > 1 and plan.state_directory is None:
        message = describe(
            f"several job managers need high availability, which process '{plan.name}' does not have",
            hint="set ha.enabled to true and ha.storage_dir, or add an entry to spec.checkpoints",
        )
        yield Problem(path=join(_SECTION, "job_manager.replicas"), message=message, code="EP471")


def _savepoints(plan: Plan, *, alone: bool) -> Iterator[Problem]:
    savepoint = plan.kubernetes.savepoint
    if savepoint.restore is not None and not alone:
        message = describe(
            "a savepoint belongs to one job, but the binding has several processes",
            hint="use one binding for each process",
        )
        yield Problem(path=join(_SECTION, "savepoint.restore"), message=message, code="EP472")
    periodic = savepoint.periodic is not None and savepoint.periodic.enabled is not False
    if not (periodic or plan.stores_savepoints):
        return
    missing = "checkpoints" if plan.checkpoint.entry is None else "directory of savepoints"
    if plan.checkpoint.entry is None or plan.savepoints is None:
        field = "savepoint" if periodic or savepoint.auto_savepoint else "strategy.hooks.pre_upgrade"
        message = describe(
            f"process '{plan.name}' has no {missing}, so it cannot store savepoints",
            hint="add an entry to spec.checkpoints" if missing == "checkpoints" else "set savepoint.directory",
        )
        yield Problem(path=join(_SECTION, field), message=message, code="EP472")


def _scaling(plan: Plan) -> Iterator[Problem]:
    scaling = plan.kubernetes.scaling
    if scaling is None:
        return
    slots = plan.sizes.slots
    least, most = scaling.least * slots, scaling.most * slots
    if not least <= plan.parallelism <= most:
        message = describe(
            f"the job starts outside the bounds of its autoscaler, which are {least} to {most}: {scaling.least} to "
            f"{scaling.most} task managers with slots for {slots}",
            got=str(plan.parallelism),
            hint="set parallelism within them, or change min_replicas and max_replicas",
        )
        yield Problem(path=plan.path("parallelism"), message=message, code="EP473")
    elif plan.max_parallelism < most:
        message = (
            f"the autoscaler stops at {plan.max_parallelism}, the max_parallelism of the process, although "
            f"spec.deployment.scaling allows {most}"
        )
        yield Problem(path=plan.path("max_parallelism"), message=message, code="EP434", severity="warning")
