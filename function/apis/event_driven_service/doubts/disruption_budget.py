"""A disruption budget that never lets a node be drained."""

from collections.abc import Iterator
from math import ceil

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.platform.config import PlatformConfig


def _blocks(resolved: Resolved) -> Iterator[str]:
    budget, pods = resolved.spec.disruption_budget, max(resolved.limits.min_replicas, 1)
    if budget is None:
        return
    if budget.min_available is not None and _pods(budget.min_available, pods) >= pods:
        yield "spec.disruptionBudget.minAvailable"
    if budget.max_unavailable is not None and _pods(budget.max_unavailable, pods) == 0:
        yield "spec.disruptionBudget.maxUnavailable"


def _pods(amount: str, pods: int) -> int:
    """Return a number or percentage of pods as a number; Kubernetes rounds up."""
    return ceil(int(amount[:-1]) * pods / 100) if amount.endswith("%") else int(amount)


def _cel(config: PlatformConfig) -> str:
    given = "has(object.spec.scaling) && has(object.spec.scaling.minReplicas) && object.spec.scaling.minReplicas > 1"
    default = max(config.scaling.defaults.min_replicas, 1)
    pods = f"({given} ? object.spec.scaling.minReplicas : {default})"
    least, most = (f"string(object.spec.disruptionBudget.{field})" for field in ("minAvailable", "maxUnavailable"))
    share = f"int({least}.replace('%', ''))"
    enough = f"({least}.endsWith('%') ? {share} * {pods} <= 100 * ({pods} - 1) : {share} < {pods})"
    return (
        "!has(object.spec.disruptionBudget)"
        f" || ((!has(object.spec.disruptionBudget.minAvailable) || {enough})"
        f" && (!has(object.spec.disruptionBudget.maxUnavailable) || !({most} in ['0', '0%', '00%'])))"
    )


DOUBT = Doubt(
    code="EP330",
    field="spec.disruptionBudget",
    message="with the minimum number of replicas, no pod may be evicted, so node drains wait forever",
    hint="let at least one pod be unavailable, or raise spec.scaling.minReplicas",
    find=_blocks,
    cel=_cel,
)
