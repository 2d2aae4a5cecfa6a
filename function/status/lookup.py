"""Commands that look up what a status cannot show. <claim> and <namespace> are those of the claim or composite."""

_OF_CLAIM = "-l crossplane.io/claim-name=<claim>,crossplane.io/claim-namespace=<namespace>"

DESCRIBE_PODS = "`kubectl describe pods -l app.kubernetes.io/name=<claim> -n <namespace>`"
DESCRIBE_SCALED_OBJECT = "`kubectl describe scaledobject <claim>-scaler -n <namespace>`"

DESCRIBE_OBJECTS = f"`kubectl describe objects.kubernetes.crossplane.io {_OF_CLAIM}`"
"""The Objects of a claim, with the errors and events of provider-kubernetes."""

DESCRIBE_NAMESPACED_OBJECTS = (
    "`kubectl describe objects.kubernetes.m.crossplane.io -l crossplane.io/composite=<claim> -n <namespace>`"
)
"""The same for a namespaced composite that delivers by Objects."""

LIST_OBJECTS = (
    f"`kubectl get objects.kubernetes.crossplane.io {_OF_CLAIM} "
    r"-o custom-columns='KEY:.metadata.annotations.crossplane\.io/composition-resource-name,OBJECT:.metadata.name'`"
)
"""The composed keys of a claim, each with the name of its Object."""

RESUME_OBJECTS = f"`kubectl annotate objects.kubernetes.crossplane.io {_OF_CLAIM} crossplane.io/paused-`"

DESCRIBE_CLAIM = "`kubectl describe <kind> <claim> -n <namespace>`"
"""The claim or namespaced composite, with its events; the kind is eds or ib."""

DESCRIBE_COMPOSITE = f"`kubectl describe composite {_OF_CLAIM}`"
"""The composite behind a claim, with Crossplane's events."""
