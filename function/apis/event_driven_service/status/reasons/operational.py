"""The reason of a service with nothing wrong."""

from function.base.condition import OPERATIONAL
from function.status.reason import Reason

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
