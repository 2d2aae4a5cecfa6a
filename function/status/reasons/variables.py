"""The reason while the values of variables are not known."""

from function.base.condition import TYPES
from function.status import lookup
from function.status.reason import Reason

READING_VARIABLES = Reason(
    name="ReadingVariables",
    conditions=TYPES,
    status="Unknown",
    severity=820,
    effect="progressing",
    audience="operator",
    meaning="The function asks Crossplane for the objects that contain values of variables.",
    message="reading {names}",
    steps=(
        "Wait: Crossplane answers within the same reconcile, so this is rarely seen.",
        f"If this persists, Crossplane does not fetch required resources. Its events: {lookup.DESCRIBE_COMPOSITE}",
    ),
)
