"""Reasons of InfraBinding."""

from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status.reason import Reason

SECRET_NOT_FETCHED = Reason(
    name="SecretNotFetched",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="False",
    severity=210,
    effect="blocked",
    audience="claim author",
    meaning="External Secrets could not read a secret from its store: the store, the path or a key is not there, or it "
    "may not be read.",
    message="External Secrets cannot read: {names}",
    remedy="its events say why; correct spec.secrets, or ask the platform team for the right to read",
    steps=(
        "`kubectl describe externalsecret <name> -n <namespace>`: the event UpdateFailed names the store and the key.",
        "`kubectl describe secretstore <name> -n <namespace>` says whether the store can be reached.",
    ),
)

OBJECT_REFUSED = Reason(
    name="ObjectRefused",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=310,
    effect="blocked",
    audience="claim author",
    meaning="The controller of a stream's object says that it cannot make the stream as asked.",
    message="its controller refuses: {names}",
    remedy="the object's condition Ready says why",
    steps=("`kubectl describe kafkatopic <name> -n <namespace of the cluster>`.",),
)

OBJECTS_PENDING = Reason(
    name="ObjectsPending",
    conditions=(DEPENDENCIES_READY, WORKLOAD_AVAILABLE, OPERATIONAL),
    status="Unknown",
    severity=820,
    effect="progressing",
    audience="claim author",
    meaning="Objects of the binding are not ready yet.",
    message="waiting for {names}",
)

SECRETS_FETCHED = Reason(
    name="SecretsFetched",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=903,
    effect="healthy",
    audience="claim author",
    meaning="External Secrets has read everything that the binding refers to.",
    message="in place: {names}",
)

NO_SECRETS_FETCHED = Reason(
    name="NoSecretsFetched",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=904,
    effect="healthy",
    audience="claim author",
    meaning="The binding refers to no secret that has to be fetched from a store.",
    message="no secret has to be fetched; Secrets that are used as they are were not looked for",
)

OBJECTS_READY = Reason(
    name="ObjectsReady",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=905,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the binding makes is there.",
    message="in place: {names}",
)

NO_AUTOSCALER = Reason(
    name="NoAutoscaler",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=906,
    effect="healthy",
    audience="claim author",
    meaning="A binding has nothing that scales.",
    message="a binding has nothing that scales",
)

BINDING_READY = Reason(
    name="BindingReady",
    conditions=(OPERATIONAL,),
    status="True",
    severity=907,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the binding asks for is in place, and its document can be read.",
    message="the binding is in place",
)
