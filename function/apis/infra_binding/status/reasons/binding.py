"""Reasons of InfraBinding."""

from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

SECRET_NOT_FETCHED = Reason(
    name="SecretNotFetched",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="False",
    severity=210,
    effect="blocked",
    audience="claim author",
    meaning="External Secrets could not read a secret from its store: the store, the path or a key does not exist, or "
    "access is denied.",
    message="External Secrets cannot read: {names}",
    remedy="See its events for the cause; correct spec.secrets, or ask the platform team for read access",
    steps=(
        "`kubectl describe externalsecret <name> -n <namespace>`: the event UpdateFailed shows the store and the key.",
        "`kubectl describe secretstore <name> -n <namespace>` shows whether the store is reachable.",
    ),
)

OBJECT_REFUSED = Reason(
    name="ObjectRefused",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=310,
    effect="blocked",
    audience="claim author",
    meaning="The controller of an object, such as a stream or a schedule of snapshots, reports that it cannot do what "
    "the object asks for.",
    message="rejected by its controller: {names}",
    remedy="See the conditions of the object for the cause",
    steps=("`kubectl describe kafkatopic <name> -n <namespace of the cluster>` shows the condition Ready.",),
)

JOB_FAILED = Reason(
    name="JobFailed",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="False",
    severity=311,
    effect="blocked",
    audience="claim author",
    meaning="The Flink operator reports that a job has failed, or that its cluster cannot be created.",
    message="failed: {names}",
    remedy="See status.error of the FlinkDeployment for the cause",
    steps=(
        "`kubectl describe flinkdeployment <name> -n <namespace>` shows `status.error` and the operator's events.",
        "`kubectl logs -l app=<name>,component=jobmanager -n <namespace>` shows the job manager's log.",
    ),
)

JOBS_WAITING = Reason(
    name="JobsWaiting",
    conditions=(WORKLOAD_AVAILABLE, OPERATIONAL),
    status="Unknown",
    severity=821,
    effect="progressing",
    audience="claim author",
    meaning="Flink jobs are created when the secrets, topics and streams of the binding are ready, and its preflight, "
    "if it has one, has succeeded.",
    message="not created until everything else is ready: {names}",
    steps=(f"The condition `DependenciesReady` names what is not ready yet: {lookup.DESCRIBE_CLAIM}",),
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
    steps=(f"{lookup.DESCRIBE_CLAIM} shows `status.resourceRefs`, with the reason of each object.",),
)

SECRETS_FETCHED = Reason(
    name="SecretsFetched",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=903,
    effect="healthy",
    audience="claim author",
    meaning="External Secrets has fetched all secrets that the binding refers to.",
    message="ready: {names}",
)

NO_SECRETS_FETCHED = Reason(
    name="NoSecretsFetched",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=904,
    effect="healthy",
    audience="claim author",
    meaning="The binding does not refer to any secret that must be fetched from a store.",
    message="no secret must be fetched; existing Secrets were not checked",
)

OBJECTS_READY = Reason(
    name="ObjectsReady",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=905,
    effect="healthy",
    audience="claim author",
    meaning="All objects of the binding are ready.",
    message="ready: {names}",
)

NO_AUTOSCALER = Reason(
    name="NoAutoscaler",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=906,
    effect="healthy",
    audience="claim author",
    meaning="A binding has no autoscaler.",
    message="a binding has no autoscaler",
)

BINDING_READY = Reason(
    name="BindingReady",
    conditions=(OPERATIONAL,),
    status="True",
    severity=907,
    effect="healthy",
    audience="claim author",
    meaning="Everything that the binding requests is ready, and its document is available.",
    message="the binding is ready",
)
