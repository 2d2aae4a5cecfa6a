"""The last line of a plan."""

from function.base.counted import counted
from function.plan.verdict import CHANGES, Action, Plan


def summary(plan: Plan) -> str:
    """Return the counts; "to change" includes the changes that restart pods or upgrade a job."""
    restarts, upgrades = plan.count(Action.RESTART), plan.count(Action.UPGRADE)
    kept = plan.count(Action.KEEP)
    parts = [
        f"{plan.count(Action.CREATE)} to add",
        f"{plan.count(*CHANGES)} to change",
        counted(restarts, "restarts pods", "restart pods"),
        f"{plan.count(Action.DELETE)} to delete",
        *([counted(upgrades, "upgrades a job", "upgrade jobs")] if upgrades else []),
        *([f"{kept} kept"] if kept else []),
        *([f"{plan.refused} refused"] if plan.refused else []),
    ]
    return ", ".join(parts)
