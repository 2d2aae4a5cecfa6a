"""Reasons why an object could not be applied, from the errors of the provider and the API server."""

from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

_ANY = (WORKLOAD_AVAILABLE, AUTOSCALER_READY, OPERATIONAL)

PROVIDER_CONFIG_MISSING = Reason(
    name="ProviderConfigMissing",
    conditions=_ANY,
    status="False",
    severity=100,
    effect="blocked",
    audience="operator",
    meaning="The ProviderConfig of the Objects does not exist, so provider-kubernetes cannot reach any cluster.",
    message="the ProviderConfig '{name}' does not exist",
    remedy="Ask the platform team to create it, or to correct providerConfig in the PlatformConfig",
    steps=("`kubectl get providerconfigs.kubernetes.crossplane.io` lists the existing ones.",),
)

PROVIDER_DENIED = Reason(
    name="ProviderDenied",
    conditions=_ANY,
    status="False",
    severity=101,
    effect="blocked",
    audience="operator",
    meaning="provider-kubernetes does not have permission for this kind.",
    message="the provider is not allowed to {verb} {resource}",
    remedy="Ask the platform team to bind the supplied ClusterRole for Objects to the provider's ServiceAccount",
    steps=("`kubectl auth can-i create deployments --as=system:serviceaccount:crossplane-system:provider-kubernetes`",),
)

NAMESPACE_NOT_FOUND = Reason(
    name="NamespaceNotFound",
    conditions=_ANY,
    status="False",
    severity=102,
    effect="blocked",
    audience="claim author",
    meaning="The namespace of the claim does not exist in the cluster where the objects are created.",
    message="the namespace '{namespace}' does not exist in the cluster where the objects are created",
    remedy="Create it there, or create the claim in another namespace",
    steps=("`kubectl create namespace <namespace>`",),
)

CRD_MISSING = Reason(
    name="CRDMissing",
    conditions=_ANY,
    status="False",
    severity=110,
    effect="blocked",
    audience="operator",
    meaning="The cluster does not serve this kind: its operator is not installed, or is installed in another version.",
    message="the cluster does not serve the kind {kind} ({version})",
    remedy="Ask the platform team to install its operator, or disable the feature in the claim",
    steps=("`kubectl api-resources` lists the kinds that the cluster serves, with their versions.",),
)

ADMISSION_DENIED = Reason(
    name="AdmissionDenied",
    conditions=_ANY,
    status="False",
    severity=120,
    effect="blocked",
    audience="claim author",
    meaning="A policy of the cluster rejects the object: an admission webhook, Pod Security, or a quota that requires "
    "requests or limits.",
    message="{policy} rejects the {what}: {detail}",
    remedy="Change what the policy rejects, or ask the platform team for an exception",
    steps=("`kubectl get events -n <namespace> --field-selector type=Warning` shows what was rejected, and by what.",),
)

IMMUTABLE_FIELD = Reason(
    name="ImmutableField",
    conditions=_ANY,
    status="False",
    severity=121,
    effect="blocked",
    audience="operator",
    meaning="The object exists with another value in an immutable field. It stays as it is.",
    message="{field} of the existing {kind} cannot be changed",
    remedy="Delete the object when downtime is acceptable; it is recreated at once",
    steps=(
        "The message names the kind; the object has the name of the claim, and the ScaledObject `<claim>-scaler`.",
        "When downtime is acceptable: `kubectl delete <kind> <name> -n <namespace>`",
    ),
)

REFUSED = Reason(
    name="RefusedByCluster",
    conditions=_ANY,
    status="False",
    severity=122,
    effect="blocked",
    audience="claim author",
    meaning="The API server rejects the object as invalid.",
    message="the API server rejects the {kind} as invalid: {detail}",
    remedy="Correct the field that it names; if the claim does not set that field, contact the platform team",
    steps=(
        "The whole message of the API server: `platformctl render claim.yaml | kubectl apply --dry-run=server -f -`",
    ),
)

APPLY_FAILED = Reason(
    name="ApplyFailed",
    conditions=_ANY,
    status="False",
    severity=130,
    effect="blocked",
    audience="operator",
    meaning="The provider could not apply the object, for a reason that is not listed separately.",
    message="the {kind} cannot be applied: {detail}",
    remedy="If the error persists, contact the platform team",
    steps=(
        (
            f"With a claim, {lookup.DESCRIBE_OBJECTS} shows the provider's messages; with namespaced Objects, "
            f"{lookup.DESCRIBE_NAMESPACED_OBJECTS}."
        ),
    ),
)

OBJECT_PAUSED = Reason(
    name="ObjectPaused",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=370,
    effect="paused",
    audience="operator",
    meaning="An Object is paused (annotation crossplane.io/paused), so changes to the claim are not applied to it. An "
    "InfraBinding does not report it.",
    message="changes are not applied because reconciliation is paused: {kinds}",
    remedy="Remove the annotation crossplane.io/paused from the Objects",
    steps=(
        "While pods are ready, the conditions stay `True`, and only `status.warnings` shows it.",
        f"To resume all Objects of a claim: {lookup.RESUME_OBJECTS}",
    ),
)

APPLYING = Reason(
    name="Applying",
    conditions=(DEPENDENCIES_READY, *_ANY),
    status="Unknown",
    severity=800,
    effect="progressing",
    audience="claim author",
    meaning="The latest change has not been applied to the cluster yet, without an error so far.",
    message="changes are being applied",
    steps=(
        "Wait a minute: Crossplane applies the change, then the provider or the object's own controller processes it.",
        (
            f"If this persists, {lookup.DESCRIBE_CLAIM} shows what is not ready, and "
            f"{lookup.DESCRIBE_COMPOSITE} Crossplane's events."
        ),
        f"With provider-kubernetes, {lookup.DESCRIBE_OBJECTS} shows whether the provider has tried.",
    ),
)
