"""The reason of an object that somebody else has."""

from function.base.condition import DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status.reason import Reason

NOT_OWNED = Reason(
    name="NotOwned",
    conditions=(DEPENDENCIES_READY, WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=205,
    effect="blocked",
    audience="claim author",
    meaning=(
        "An object that an entry needs exists already, and belongs to another binding or to none. It is neither "
        "changed nor deleted. If two bindings created it at the same moment, the first by namespace and name has it."
    ),
    message="{objects}",
    remedy="Remove the entry from one of the bindings, choose another name, or ask the platform team to hand the "
    "object over",
    steps=(
        "`status.bindings` shows for each entry whose its object is.",
        (
            "The owners are annotations; `docs/platform-engineers.md` explains how to hand an object over: "
            "`kubectl get <kind> <name> -n <namespace> -o yaml | grep fn.bizmatters.io/owner`"
        ),
    ),
)
