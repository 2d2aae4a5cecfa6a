"""Reasons about the document of the binding that a service refers to."""

from function.base.condition import DEPENDENCIES_READY, OPERATIONAL, TYPES, VALIDATED, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

_STEPS = (
    "`kubectl get infrabindings -n <namespace>` lists the bindings. One without a document says why in its status.",
    "`platformctl validate <folder>` finds unknown names before you commit, if the folder contains the binding too.",
)

BINDING_NOT_FOUND = Reason(
    name="BindingNotFound",
    conditions=(VALIDATED, DEPENDENCIES_READY, WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=204,
    effect="blocked",
    audience="claim author",
    meaning=(
        "The InfraBinding that spec.bindingRef names has no document in the claim's namespace. A new service waits: "
        "its Deployment and its autoscaler are not created. For a service that already exists, nothing is applied or "
        "removed; what runs stays unchanged."
    ),
    message="{document} does not exist in namespace {namespace}; the Deployment is not created without it",
    remedy="Create the InfraBinding '{binding}', or correct spec.bindingRef.name",
    steps=_STEPS,
)

BINDING_INVALID = Reason(
    name="BindingInvalid",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=15,
    effect="blocked",
    audience="claim author",
    meaning=(
        "What the claim takes from its binding is not in the binding's document, or somebody else wrote or edited the "
        "ConfigMap. Nothing is applied or removed; what runs stays unchanged."
    ),
    message="{problems}",
    steps=(
        "Correct spec.bindingRef, or restore the entry of the binding. Each line of the message names one field.",
        "The document: `kubectl get configmap <binding>-binding -n <namespace> -o yaml`",
        *_STEPS[1:],
    ),
)

READING_BINDING = Reason(
    name="ReadingBinding",
    conditions=TYPES,
    status="Unknown",
    severity=823,
    effect="progressing",
    audience="operator",
    meaning="Before it renders, the function asks Crossplane for the document of the binding.",
    message="reading {document}",
    steps=(
        "Wait: Crossplane answers within the same reconcile, so this is rarely seen.",
        f"If this persists, Crossplane does not fetch required resources. Its events: {lookup.DESCRIBE_COMPOSITE}",
    ),
)
