"""Reasons about the input itself, before any state of the cluster is considered."""

from function.base.condition import OPERATIONAL, VALIDATED
from function.status import lookup
from function.status.reason import Reason

VALID = Reason(
    name="Valid",
    conditions=(VALIDATED,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="The spec is valid and complies with the platform's policies.",
    message="the spec is valid",
)

INTERNAL_ERROR = Reason(
    name="InternalError",
    conditions=(VALIDATED, OPERATIONAL),
    status="Unknown",
    severity=10,
    effect="blocked",
    audience="operator",
    meaning="The function has a bug. Nothing is applied or removed. The function's log contains the "
    "number in the message.",
    message="internal error {incident}",
    remedy="Report this number to the platform team; running resources stay unchanged",
    steps=("The log: `kubectl logs -n crossplane-system -l pkg.crossplane.io/function --tail=-1 | grep <incident>`",),
)

PLATFORM_CONFIG_INVALID = Reason(
    name="PlatformConfigInvalid",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=11,
    effect="blocked",
    audience="operator",
    meaning="The PlatformConfig in the Composition is invalid, so no claim that uses it can be rendered.",
    message="{problems}",
    steps=(
        "Correct the step's `input` in the Composition. Each line of the message names a field.",
        "Check the document in a file before you apply it: `platformctl validate platform.yaml`",
    ),
)

INVALID_SPEC = Reason(
    name="InvalidSpec",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=12,
    effect="blocked",
    audience="claim author",
    meaning="The claim is invalid. Nothing is applied or removed until it is corrected; running resources stay "
    "unchanged.",
    message="{problems}",
    steps=(
        "Correct the fields that the message names. Each line names one field.",
        "`platformctl validate claim.yaml` reports the same errors before you commit.",
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
        "Applying the spec would delete or replace an existing object, which the spec does not request. "
        "Nothing is applied or removed until this is resolved; running resources stay unchanged."
    ),
    message="{problems}",
    steps=(
        "Follow the hint in the message. `docs/platform-engineers.md` explains how to replace an earlier composition.",
        f"The message names a composed key. With a claim, this lists the Objects by key: {lookup.LIST_OBJECTS}",
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
    steps=(
        "Split the resource into several, or shorten its longest fields.",
        "The size of the spec: `kubectl get <kind> <claim> -n <namespace> -o yaml | wc -c`",
    ),
)
