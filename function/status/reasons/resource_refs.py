"""Reasons of single objects; they stand in `status.resourceRefs` and in no condition."""

from function.status.reason import Reason

NOT_MADE = Reason(
    name="NotMade",
    conditions=(),
    status="False",
    severity=395,
    effect="progressing",
    audience="claim author",
    meaning="The object does not exist yet, and nothing says that it cannot be created.",
    steps=(
        "Wait a minute: the objects of a new claim do not appear all at once.",
        "If it stays so, `kubectl describe` the composite resource: its events say what Crossplane cannot do.",
        "Where provider-kubernetes delivers, `kubectl describe object <name>` says whether it has tried.",
    ),
)

NOT_READY = Reason(
    name="NotReady",
    conditions=(),
    status="False",
    severity=396,
    effect="progressing",
    audience="claim author",
    meaning="The object exists as asked for, but is not ready.",
    steps=(
        "Read the claim's conditions: the first that is not `True` says what is known.",
        "`kubectl describe <kind> <name> -n <namespace>` shows the object's own conditions and events.",
    ),
)

READY = Reason(
    name="Ready",
    conditions=(),
    status="True",
    severity=908,
    effect="healthy",
    audience="claim author",
    meaning="The object exists as asked for, and is ready.",
)
