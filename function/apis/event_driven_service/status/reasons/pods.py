"""Reasons that only the pods tell; the PlatformConfig's `diagnosis.pods` switches the look at them on."""

from function.base.condition import OPERATIONAL, WORKLOAD_AVAILABLE
from function.status.reason import Reason

_WORKLOAD = (WORKLOAD_AVAILABLE, OPERATIONAL)

CONTAINER_CONFIG_ERROR = Reason(
    name="ContainerConfigError",
    conditions=_WORKLOAD,
    status="False",
    severity=310,
    effect="blocked",
    audience="claim author",
    meaning="The node refuses to make the container, for instance since the image would run as root.",
    message="the container {container} cannot be made: {detail}",
    remedy="build the image for a numeric user other than 0, or correct the field that the text names",
)

IMAGE_PULL_FAILED = Reason(
    name="ImagePullFailed",
    conditions=_WORKLOAD,
    status="False",
    severity=311,
    effect="blocked",
    audience="claim author",
    meaning="The image of a container cannot be pulled: wrong name or tag, no credentials, or no way to the registry.",
    message="the image '{image}' cannot be pulled: {detail}",
    remedy="{advice}",
    steps=(
        "`kubectl get secret <pull secret> -n <namespace>` shows whether the pull secret exists.",
        "Check that the claim names it in `spec.imagePullSecrets`.",
        "Try the credentials: `docker login <registry> -u <user> --password-stdin`.",
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
    meaning="The init container ends with an error again and again, so the service is never started.",
    message="the init container {container} fails: {detail}",
    remedy="read its log: kubectl logs -l app.kubernetes.io/name={name} -c {container} -n {namespace}",
    steps=(
        "Check that the database can be reached from the namespace.",
        "Check the connection variables (such as POSTGRES_HOST and POSTGRES_PORT) and the Secret they come from.",
        "Check the claim that makes the database.",
        "Review the migration itself.",
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
    meaning="The image is there, but its program cannot be started: the command does not exist or may not be run.",
    message="the container {container} cannot be started: {detail}",
    remedy="correct spec.command and spec.args, or the image's entry point",
)

OOM_KILLED = Reason(
    name="OOMKilled",
    conditions=_WORKLOAD,
    status="False",
    severity=322,
    effect="blocked",
    audience="claim author",
    meaning="The container uses more memory than its limit and is killed, at least twice so far.",
    message="the container {container} is killed since it uses more than its memory limit{limit}",
    remedy="choose a larger spec.size, or raise spec.resources.limits.memory",
)

CRASH_LOOPING = Reason(
    name="CrashLooping",
    conditions=_WORKLOAD,
    status="False",
    severity=323,
    effect="blocked",
    audience="claim author",
    meaning="The container ends by itself again and again, at least twice so far.",
    message="the container {container} {detail} again and again",
    remedy="read its log: kubectl logs -l app.kubernetes.io/name={name} -c {container} -n {namespace} --previous",
)

UNSCHEDULABLE = Reason(
    name="Unschedulable",
    conditions=_WORKLOAD,
    status="False",
    severity=330,
    effect="blocked",
    audience="claim author",
    meaning="No node takes the pod.",
    message="no node takes the pod: {detail}",
    remedy="choose a smaller spec.size or loosen spec.topologySpread, or ask the platform team for nodes",
)

PROBE_FAILING = Reason(
    name="ProbeFailing",
    conditions=_WORKLOAD,
    status="False",
    severity=340,
    effect="blocked",
    audience="claim author",
    meaning="The container runs, but does not answer its startup or readiness probe in time.",
    message="the container {container} runs, but its probe on {path}, port {port}, fails",
    remedy="make it answer 200 there, or correct spec.readyPath, spec.httpPort or spec.probes",
)
