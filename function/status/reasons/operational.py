"""Reasons of the roll-up alone; otherwise it repeats the condition that decides."""

from function.base.condition import OPERATIONAL
from function.status.reason import Reason

RESOURCES_PENDING = Reason(
    name="ResourcesPending",
    conditions=(OPERATIONAL,),
    status="Unknown",
    severity=830,
    effect="progressing",
    audience="claim author",
    meaning="Pods and autoscaler are fine, but other objects of the claim are not made yet.",
    message="waiting for {kinds}",
)

ALL_WELL = Reason(
    name="Operational",
    conditions=(OPERATIONAL,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the claim asks for is there and works, as far as the other conditions say.",
    message="the service runs as asked",
)
