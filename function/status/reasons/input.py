"""Reasons about what was asked for, before anything is looked at in the cluster."""

from function.base.condition import OPERATIONAL, VALIDATED
from function.status.reason import Reason

VALID = Reason(
    name="Valid",
    conditions=(VALIDATED,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="The spec is understood and within what the platform allows.",
    message="the spec is valid",
)

INTERNAL_ERROR = Reason(
    name="InternalError",
    conditions=(VALIDATED, OPERATIONAL),
    status="Unknown",
    severity=10,
    effect="blocked",
    audience="operator",
    meaning="The function has a bug. Nothing is applied or removed; the function's log has the number in the message.",
    message="internal error {incident}",
    remedy="give this number to the platform team; what runs already goes on unchanged",
)

PLATFORM_CONFIG_INVALID = Reason(
    name="PlatformConfigInvalid",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=11,
    effect="blocked",
    audience="operator",
    meaning="The platform's settings in the Composition are wrong, so no claim of it can be rendered.",
    message="{problems}",
    steps=("Correct the step's `input` in the Composition: each line of the message names a field.",),
)

INVALID_SPEC = Reason(
    name="InvalidSpec",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=12,
    effect="blocked",
    audience="claim author",
    meaning="The claim has mistakes. Nothing is applied or removed until they are gone; what runs already goes on.",
    message="{problems}",
    steps=(
        "Correct the fields that the message names, one per line.",
        "`platformctl validate claim.yaml` finds the same mistakes before anything is pushed.",
    ),
)

UNSAFE_CHANGE = Reason(
    name="UnsafeChange",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=13,
    effect="blocked",
    audience="operator",
    meaning=(
        "Applying the spec would delete or replace something that runs, and the spec does not ask for that. "
        "Nothing is applied or removed until the message's advice is followed."
    ),
    message="{problems}",
    steps=(
        "Follow the advice in the message; `docs/platform-engineers.md` has the way from an earlier composition.",
        "What runs already goes on meanwhile.",
    ),
)

RESPONSE_TOO_LARGE = Reason(
    name="ResponseTooLarge",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=14,
    effect="blocked",
    audience="operator",
    meaning=(
        "What the pipeline wants is more than an answer can hold, which is 4 MiB with the resources and the context of "
        "earlier steps. Nothing is applied or removed; what runs already goes on."
    ),
    message="{problems}",
    steps=("Split the resource into several, or shorten its longest fields.",),
)
