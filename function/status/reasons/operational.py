"""The reason that only the roll-up shows; otherwise the roll-up repeats the deciding condition."""

from function.base.condition import OPERATIONAL
from function.status import lookup
from function.status.reason import Reason

RESOURCES_PENDING = Reason(
    name="ResourcesPending",
    conditions=(OPERATIONAL,),
    status="Unknown",
    severity=830,
    effect="progressing",
    audience="claim author",
    meaning="No other condition reports a problem, but other objects are not ready yet.",
    message="waiting for {kinds}",
    steps=(f"{lookup.DESCRIBE_CLAIM} shows `status.resourceRefs`, with the reason of each object.",),
)
