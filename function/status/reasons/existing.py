"""The reason while it is not known whether an object of a new claim already exists."""

from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

CHECKING_EXISTING = Reason(
    name="CheckingExisting",
    conditions=(DEPENDENCIES_READY, WORKLOAD_AVAILABLE, AUTOSCALER_READY, OPERATIONAL),
    status="Unknown",
    severity=825,
    effect="progressing",
    audience="operator",
    meaning="Before it creates objects, the function asks Crossplane whether objects with these names already exist.",
    message="checking whether {names} already exist",
    steps=(
        "Wait: Crossplane answers within the same reconcile, so this is rarely seen.",
        f"If this persists, Crossplane does not fetch required resources. Its events: {lookup.DESCRIBE_COMPOSITE}",
    ),
)
