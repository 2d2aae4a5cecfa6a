"""Warnings about jobs that start, but not as their author may expect."""

from collections.abc import Iterator

from function.apis.infra_binding.flink.log4j import writes_json
from function.apis.infra_binding.flink.version import release, since
from function.apis.infra_binding.jobs.configuration import deployed
from function.apis.infra_binding.jobs.plan import Plan
from function.base.problems import Problem, describe, join

_DEVELOPMENT = ("dev", "local", "test")
_INTERVAL = "execution.checkpointing.interval"


def doubts(plan: Plan) -> Iterator[Problem]:
    """Yield the warnings about a process that is deployed."""
    for path, message in (*_checkpoints(plan), *_state(plan), *_compute(plan), *_monitoring(plan)):
        yield Problem(path=path, message=message, code="EP434", severity="warning")


def _checkpoints(plan: Plan) -> Iterator[tuple[str, str]]:
    name, checkpoint = plan.checkpoint.name, plan.checkpoint.entry
    if name is None or checkpoint is None:
        yield plan.path(), "the job has no checkpoints, so it starts with empty state after a change or a failure"
        return
    path = join("spec.checkpoints", name)
    storage = checkpoint.storage()
    if _INTERVAL not in deployed(plan):
        yield path, "without an interval, Flink takes no checkpoints, unless the job itself asks for them"
    if storage.uri.startswith("file:///tmp") and not plan.environment.startswith(_DEVELOPMENT):
        yield join(path, "path"), "checkpoints in /tmp are lost when a pod restarts; use a volume that all pods share"
    if storage.plugin is not None and release(plan.image or "") is None:
        message = f"the tag of the image does not name a release such as 1.20.1, so {storage.plugin} is not enabled"
        yield plan.path("image"), f"{message}; the image must enable it"


def _state(plan: Plan) -> Iterator[tuple[str, str]]:
    name, backend = plan.state_backend.name, plan.state_backend.entry
    if name is None or backend is None:
        return
    path = join("spec.state_backends", name)
    for field, why in backend.doubts(managed=plan.sizes.has_managed_memory):
        yield join(path, field), why
    if plan.settings.managed_memory is not None and not backend.uses_managed_memory:
        yield plan.path("managed_memory"), f"has no effect with a state backend of type {backend.type}"
    compressed = "state.backend.rocksdb.compression.per.level" in backend.configuration(managed=True)
    if compressed and not since(plan.version, "v1_19"):
        yield join(path, "options.compression"), "has no effect with Flink before 1.19"


def _compute(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.settings.max_parallelism is None and plan.checkpoint.entry is not None:
        message = "is the maximum too, because max_parallelism is not set; changing it later loses the state of the job"
        yield plan.path("parallelism"), describe(message, hint="set max_parallelism")


def _monitoring(plan: Plan) -> Iterator[tuple[str, str]]:
    logging = plan.monitoring.logging if plan.monitoring else None
    if logging is not None and logging.format == "json" and not writes_json(plan.version):
        yield "spec.monitoring.logging.format", f"process '{plan.name}' logs text: Flink before 2.1 cannot write JSON"
    tracing = plan.monitoring.tracing if plan.monitoring else None
    if tracing is not None and tracing.otlp() is not None and not since(plan.version, "v1_19"):
        message = f"has no effect on process '{plan.name}': Flink before 1.19 does not trace"
        yield "spec.monitoring.tracing", message
