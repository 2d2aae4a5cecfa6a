"""Reasons about what the service needs from others: Secrets and ConfigMaps of its namespace."""

from function.base.condition import DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
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
    remedy="create it, or correct {field}",
    steps=(
        "`kubectl get secret <name> -n <namespace>`",
        "If another claim makes it (a database, a cache), look at that claim: `kubectl get <kind> -n <namespace>`.",
        "Check that the other claim writes its connection Secret under this name (`writeConnectionSecretToRef`).",
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
    meaning="The Secret exists, but not the key that the claim takes from it.",
    message="the Secret '{name}' has no key '{key}'",
    remedy="add the key, or correct {field}",
    steps=("`kubectl describe secret <name> -n <namespace>` lists the keys without the values.",),
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
    remedy="create it, or correct {field}",
)

CONFIG_MAP_KEY_MISSING = Reason(
    name="ConfigMapKeyMissing",
    conditions=_MISSING,
    status="False",
    severity=203,
    effect="blocked",
    audience="claim author",
    meaning="The ConfigMap exists, but not the key that the claim takes from it.",
    message="the ConfigMap '{name}' has no key '{key}'",
    remedy="add the key, or correct {field}",
)

NOT_CHECKED = Reason(
    name="NotChecked",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="Unknown",
    severity=810,
    effect="progressing",
    audience="claim author",
    meaning=(
        "No pod serves, and the function cannot look for what the claim refers to. An idle service is operational all "
        "the same."
    ),
    message="not checked: {names}",
    remedy="if the pods do not start, look whether these exist in the claim's namespace",
    steps=(
        "`kubectl describe pods -l app.kubernetes.io/name=<claim>` names a missing Secret.",
        "The platform team can switch on `diagnosis.pods` or `diagnosis.secrets` in the PlatformConfig.",
    ),
)

FOUND = Reason(
    name="Found",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=900,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the claim refers to is there.",
    message="found: {names}",
)

IN_USE = Reason(
    name="InUse",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="Pods of the present revision serve, so what they need was there when they started; no more was checked.",
    message="the pods started with {names}",
)

NONE_NEEDED = Reason(
    name="NoneNeeded",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=902,
    effect="healthy",
    audience="claim author",
    meaning="The claim refers to no Secret and no ConfigMap that has to exist.",
    message="the claim refers to no Secret or ConfigMap; stream and consumer are the autoscaler's to judge",
)
