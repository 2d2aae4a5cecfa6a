"""Reasons of the roll-up alone; otherwise it repeats the condition that decides."""

from function.status.conditions import OPERATIONAL
from function.status.reason import Reason

RESOURCES_PENDING = Reason(
    name="ResourcesPending",
    conditions=(OPERATIONAL,),
    status="Unknown",
    severity=830,
    phase="Progressing",
    audience="claim author",
    meaning="Pods and autoscaler are fine, but other objects of the claim are not made yet.",
    message="waiting for {kinds}",
)

ALL_WELL = Reason(
    name="Operational",
    conditions=(OPERATIONAL,),
    status="True",
    severity=900,
    phase="Running",
    audience="claim author",
    meaning="Everything that the claim asks for is there and works, as far as the other conditions say.",
    message="the service runs as asked",
)
