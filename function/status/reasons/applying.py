"""Reasons why an object is not in the cluster as the function wants it: what provider and API server answered."""

from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status.reason import Reason

_ANY = (WORKLOAD_AVAILABLE, AUTOSCALER_READY, OPERATIONAL)

PROVIDER_CONFIG_MISSING = Reason(
    name="ProviderConfigMissing",
    conditions=_ANY,
    status="False",
    severity=100,
    effect="blocked",
    audience="operator",
    meaning="The ProviderConfig that the Objects name does not exist, so provider-kubernetes cannot reach any cluster.",
    message="the ProviderConfig '{name}' does not exist",
    remedy="ask the platform team to make it, or to correct providerConfig in the PlatformConfig",
    steps=("`kubectl get providerconfigs.kubernetes.crossplane.io` lists what there is.",),
)

PROVIDER_DENIED = Reason(
    name="ProviderDenied",
    conditions=_ANY,
    status="False",
    severity=101,
    effect="blocked",
    audience="operator",
    meaning="provider-kubernetes lacks a permission for this kind.",
    message="the provider may not {verb} {resource}",
    remedy="ask the platform team to bind the shipped ClusterRole for Objects to the provider's ServiceAccount",
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
    message="the namespace '{namespace}' does not exist where the service shall run",
    remedy="create it there, or make the claim in another namespace",
)

CRD_MISSING = Reason(
    name="CRDMissing",
    conditions=_ANY,
    status="False",
    severity=110,
    effect="blocked",
    audience="operator",
    meaning="The cluster does not know this kind: the operator that brings it is missing, or has another version.",
    message="the cluster does not know the kind {kind} ({version})",
    remedy="ask the platform team to install its operator, or switch the feature off in the claim",
    steps=("`kubectl api-resources` lists the kinds that the cluster knows, each with its version.",),
)

ADMISSION_DENIED = Reason(
    name="AdmissionDenied",
    conditions=_ANY,
    status="False",
    severity=120,
    effect="blocked",
    audience="claim author",
    meaning="A policy of the cluster (admission webhook, Pod Security, quota that wants amounts) refuses the object.",
    message="{policy} refuses the {what}: {detail}",
    remedy="change what the policy names, or ask the platform team for an exception",
)

IMMUTABLE_FIELD = Reason(
    name="ImmutableField",
    conditions=_ANY,
    status="False",
    severity=121,
    effect="blocked",
    audience="operator",
    meaning="The object exists with another value in a field that can never change; it goes on as it is.",
    message="{field} of the existing {kind} cannot be changed",
    remedy="delete that object when a gap is acceptable; it is made again at once",
)

REFUSED = Reason(
    name="RefusedByCluster",
    conditions=_ANY,
    status="False",
    severity=122,
    effect="blocked",
    audience="claim author",
    meaning="The API server takes the object for invalid.",
    message="the cluster refuses the {kind}: {detail}",
    remedy="correct the field it names; if the claim does not set it, tell the platform team",
)

APPLY_FAILED = Reason(
    name="ApplyFailed",
    conditions=_ANY,
    status="False",
    severity=130,
    effect="blocked",
    audience="operator",
    meaning="The provider could not apply the object, for a reason that has no section of its own here.",
    message="the {kind} cannot be applied: {detail}",
    remedy="ask the platform team if it does not pass by itself",
    steps=("`kubectl describe object <name>` shows the provider's full text and its last attempts.",),
)

OBJECT_PAUSED = Reason(
    name="ObjectPaused",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=370,
    effect="paused",
    audience="operator",
    meaning="Someone has paused an Object (annotation crossplane.io/paused): changes of the claim do not reach it.",
    message="paused by someone, so that changes do not arrive: {kinds}",
    remedy="remove the annotation crossplane.io/paused from the Objects",
)

APPLYING = Reason(
    name="Applying",
    conditions=(DEPENDENCIES_READY, *_ANY),
    status="Unknown",
    severity=800,
    effect="progressing",
    audience="claim author",
    meaning="The cluster has not taken the latest change yet, and nothing says that it cannot. What runs goes on.",
    message="changes are being applied",
    steps=(
        "Wait a minute: Crossplane applies the change, then the provider or the object's own controller acts on it.",
        "If it stays so, `kubectl describe` the composite resource: its conditions and events name what is not ready.",
        "Where provider-kubernetes delivers, `kubectl describe object <name>` says whether it has tried.",
    ),
)
