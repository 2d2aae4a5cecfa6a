"""Reasons about the Secrets and ConfigMaps that a service needs."""

from function.base.condition import DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

_MISSING = (DEPENDENCIES_READY, WORKLOAD_AVAILABLE, OPERATIONAL)

SECRET_NOT_FOUND = Reason(
    name="SecretNotFound",
    conditions=_MISSING,
    status="False",
    severity=200,
    effect="blocked",
    audience="claim author",
    meaning="A Secret that the claim refers to does not exist in the claim's namespace.",
    message="the Secret '{name}' does not exist in namespace {namespace}",
    remedy="Create it, or correct {field}",
    steps=(
        "If another claim creates it, check that it writes its connection Secret under this name.",
        "The Secrets that exist: `kubectl get secrets -n <namespace>`",
    ),
    failure="missing secret",
)

SECRET_KEY_MISSING = Reason(
    name="SecretKeyMissing",
    conditions=_MISSING,
    status="False",
    severity=201,
    effect="blocked",
    audience="claim author",
    meaning="The Secret exists, but it does not have the key that the claim refers to.",
    message="the Secret '{name}' has no key '{key}'",
    remedy="Add the key, or correct {field}",
    steps=("`kubectl describe secret <name> -n <namespace>` lists the keys, but not the values.",),
    failure="missing secret",
)

CONFIG_MAP_NOT_FOUND = Reason(
    name="ConfigMapNotFound",
    conditions=_MISSING,
    status="False",
    severity=202,
    effect="blocked",
    audience="claim author",
    meaning="A ConfigMap that the claim refers to does not exist in the claim's namespace.",
    message="the ConfigMap '{name}' does not exist in namespace {namespace}",
    remedy="Create it, or correct {field}",
    steps=("The ConfigMaps that exist: `kubectl get configmaps -n <namespace>`",),
)

CONFIG_MAP_KEY_MISSING = Reason(
    name="ConfigMapKeyMissing",
    conditions=_MISSING,
    status="False",
    severity=203,
    effect="blocked",
    audience="claim author",
    meaning="The ConfigMap exists, but it does not have the key that the claim refers to.",
    message="the ConfigMap '{name}' has no key '{key}'",
    remedy="Add the key, or correct {field}",
    steps=("`kubectl describe configmap <name> -n <namespace>` lists the keys.",),
)

NOT_CHECKED = Reason(
    name="NotChecked",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="Unknown",
    severity=810,
    effect="progressing",
    audience="claim author",
    meaning=(
        "No pod is ready, and the function cannot check whether what the claim refers to exists. An idle service is "
        "operational nevertheless."
    ),
    message="not checked: {names}",
    remedy="If the pods do not start, check that these exist in the claim's namespace",
    steps=(
        "The platform team can enable `diagnosis.pods` or `diagnosis.secrets` in the PlatformConfig.",
        f"{lookup.DESCRIBE_PODS} shows which Secret is missing.",
    ),
)

FOUND = Reason(
    name="Found",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="All Secrets and ConfigMaps that the claim refers to exist.",
    message="found: {names}",
)

IN_USE = Reason(
    name="InUse",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="Pods of the current revision are ready, so everything that they need existed when they started.",
    message="the pods started with {names}",
)

NONE_NEEDED = Reason(
    name="NoneNeeded",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=902,
    effect="healthy",
    audience="claim author",
    meaning="The claim does not refer to any Secret or ConfigMap that must exist.",
    message="the claim refers to no Secret or ConfigMap; AutoscalerReady covers the stream and its consumer",
)
