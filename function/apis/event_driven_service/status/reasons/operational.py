"""The reason of a healthy service."""

from function.base.condition import OPERATIONAL
from function.status.reason import Reason

ALL_WELL = Reason(
    name="Operational",
    conditions=(OPERATIONAL,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the claim requests exists and works, according to the other conditions.",
    message="the service is operational",
)
