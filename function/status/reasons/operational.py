"""The reason that only the roll-up shows; otherwise it repeats the condition that decides."""

from function.base.condition import OPERATIONAL
from function.status.reason import Reason

RESOURCES_PENDING = Reason(
    name="ResourcesPending",
    conditions=(OPERATIONAL,),
    status="Unknown",
    severity=830,
    effect="progressing",
    audience="claim author",
    meaning="Everything that the other conditions are about is fine, but further objects are not ready yet.",
    message="waiting for {kinds}",
)
