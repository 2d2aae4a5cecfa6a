"""A plan with every action, and with text that would do harm if it were printed as it is."""

from function.plan.difference import Change
from function.plan.verdict import Action, ClaimPlan, ObjectPlan, Plan

HOSTILE = "\x1b[31m::error::x\u202e```\n##[error]y"


def planned(action: Action, *changes: Change, note: str = "") -> ObjectPlan:
    return ObjectPlan(
        action=action, api_version="v1", kind="Kind", namespace="n", name=action.value, changes=changes, note=note
    )


EVERY = Plan(
    (
        ClaimPlan(
            kind="EventDrivenService",
            namespace="n",
            name="a",
            objects=(
                planned(Action.REFUSE, note="no"),
                planned(Action.CREATE),
                planned(Action.CHANGE, Change("spec.a", 1, None), Change("data[x]", "a\nb\nc", "a\nB\nc")),
                planned(Action.RESTART),
                planned(Action.UPGRADE),
                planned(Action.DELETE),
                planned(Action.KEEP),
            ),
            notes=("not known",),
        ),
        ClaimPlan(kind="InfraBinding", namespace="n", name="b", refused=("x.yaml:1:1: EP101 no",)),
    )
)
DANGEROUS = Plan(
    (
        ClaimPlan(
            kind="EventDrivenService",
            namespace="n",
            name="a",
            objects=(planned(Action.CHANGE, Change(HOSTILE, HOSTILE, [HOSTILE]), note=HOSTILE),),
            refused=(HOSTILE,),
        ),
    )
)
NOTHING = Plan(())
