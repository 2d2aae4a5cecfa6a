"""Reasons that are known only from the pods, which `diagnosis.pods` in the PlatformConfig enables."""

from function.base.condition import OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

_WORKLOAD = (WORKLOAD_AVAILABLE, OPERATIONAL)

CONTAINER_CONFIG_ERROR = Reason(
    name="ContainerConfigError",
    conditions=_WORKLOAD,
    status="False",
    severity=310,
    effect="blocked",
    audience="claim author",
    meaning="The container cannot be created, for example because the image would run as root.",
    message="the container {container} cannot be created: {detail}",
    remedy="Build the image for a numeric user other than 0, or correct the field that the message names",
    steps=(f"{lookup.DESCRIBE_PODS} shows the kubelet's message.",),
)

IMAGE_PULL_FAILED = Reason(
    name="ImagePullFailed",
    conditions=_WORKLOAD,
    status="False",
    severity=311,
    effect="blocked",
    audience="claim author",
    meaning="The image cannot be pulled: its name or tag or the credentials are wrong, or the registry is unreachable.",
    message="the image '{image}' cannot be pulled: {detail}",
    remedy="{advice}",
    steps=(
        "`kubectl get secret <pull secret> -n <namespace>` shows whether the pull secret exists.",
        "Check that the claim names it in `spec.imagePullSecrets`.",
        "Test the credentials: `docker login <registry> -u <user> --password-stdin`.",
    ),
    failure="image pull",
)

INIT_CONTAINER_FAILED = Reason(
    name="InitContainerFailed",
    conditions=_WORKLOAD,
    status="False",
    severity=320,
    effect="blocked",
    audience="claim author",
    meaning="The init container fails repeatedly, so the service does not start.",
    message="the init container {container} fails: {detail}",
    remedy="Read its log: kubectl logs -l app.kubernetes.io/name={name} -c {container} -n {namespace}",
    steps=(
        "Check that the database is reachable from the namespace, and the variables and the Secret with its address.",
        "Review the migration itself.",
        "`kubectl logs -l app.kubernetes.io/name=<claim> -c run-migrations -n <namespace>`",
    ),
    failure="init container",
)

CONTAINER_CANNOT_START = Reason(
    name="ContainerCannotStart",
    conditions=_WORKLOAD,
    status="False",
    severity=321,
    effect="blocked",
    audience="claim author",
    meaning="The image was pulled, but its command cannot be started: it does not exist or is not executable.",
    message="the container {container} cannot be started: {detail}",
    remedy="Correct spec.command and spec.args, or the image's entry point",
    steps=(f"{lookup.DESCRIBE_PODS} shows the command and the error.",),
)

OOM_KILLED = Reason(
    name="OOMKilled",
    conditions=_WORKLOAD,
    status="False",
    severity=322,
    effect="blocked",
    audience="claim author",
    meaning="The container was killed at least twice because it used more memory than its limit.",
    message="the container {container} was killed because it used more than its memory limit{limit}",
    remedy="Choose a larger spec.size, or raise spec.resources.limits.memory",
    steps=("The limit is in `kubectl describe deployment <claim> -n <namespace>`.",),
)

CRASH_LOOPING = Reason(
    name="CrashLooping",
    conditions=_WORKLOAD,
    status="False",
    severity=323,
    effect="blocked",
    audience="claim author",
    meaning="The container terminates repeatedly, at least twice so far.",
    message="the container {container} repeatedly {detail}",
    remedy="Read its log: kubectl logs -l app.kubernetes.io/name={name} -c {container} -n {namespace} --previous",
    steps=("`kubectl logs -l app.kubernetes.io/name=<claim> -c main -n <namespace> --previous`",),
)

UNSCHEDULABLE = Reason(
    name="Unschedulable",
    conditions=_WORKLOAD,
    status="False",
    severity=330,
    effect="blocked",
    audience="claim author",
    meaning="The pod cannot be scheduled on any node.",
    message="the pod cannot be scheduled: {detail}",
    remedy="Choose a smaller spec.size, relax spec.topologySpread, or ask the platform team for more nodes",
    steps=(f"{lookup.DESCRIBE_PODS} shows what each node lacks.",),
)

STILL_STARTING = Reason(
    name="StillStarting",
    conditions=_WORKLOAD,
    status="False",
    severity=345,
    effect="progressing",
    audience="claim author",
    meaning="A pod takes long to start, but its init container is still running, or its startup probe may yet succeed.",
    message="the container {container} is still starting: {detail}",
    steps=(
        "Wait: nothing has failed. A container whose startup probe never succeeds is restarted.",
        "If starts always take this long, raise `spec.progressDeadlineSeconds`.",
        "Probes are events of the pods: `kubectl describe pods -l app.kubernetes.io/name=<claim> -n <namespace>`",
    ),
)

PROBE_FAILING = Reason(
    name="ProbeFailing",
    conditions=_WORKLOAD,
    status="False",
    severity=340,
    effect="blocked",
    audience="claim author",
    meaning="The container is running, but its startup or readiness probe fails.",
    message="the container {container} is running, but its probe of {path} on port {port} fails",
    remedy="Make it respond with status 200, or correct spec.readyPath, spec.httpPort or spec.probes",
    steps=(
        "Forward the port: `kubectl port-forward -n <namespace> service/<claim> 8080:http`",
        "See the answer: `curl -i localhost:8080/ready`",
    ),
)
