"""Reasons of single objects. They appear in `status.resourceRefs` and in no condition."""

from function.status import lookup
from function.status.reason import Reason

NOT_MADE = Reason(
    name="NotMade",
    conditions=(),
    status="False",
    severity=395,
    effect="progressing",
    audience="claim author",
    meaning="The object does not exist yet, and no error was reported.",
    steps=(
        "Wait a minute: the objects of a new claim are not all created at once.",
        f"If it still does not exist, Crossplane's events show why: {lookup.DESCRIBE_COMPOSITE}",
        f"If provider-kubernetes creates the object, {lookup.DESCRIBE_OBJECTS} shows its attempts.",
    ),
)

NOT_READY = Reason(
    name="NotReady",
    conditions=(),
    status="False",
    severity=396,
    effect="progressing",
    audience="claim author",
    meaning="The object exists with its current spec, but it is not ready.",
    steps=(
        "Read the claim's conditions: the first one that is not `True` shows the known cause.",
        "The object's own conditions and events: `kubectl describe <kind> <name> -n <namespace>`",
    ),
)

READY = Reason(
    name="Ready",
    conditions=(),
    status="True",
    severity=908,
    effect="healthy",
    audience="claim author",
    meaning="The object exists, has the current spec and is ready.",
)
