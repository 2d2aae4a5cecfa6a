"""What pods tell: the kubelet's words for each way in which a container fails."""

from function.base.manifest import Manifest
from tests.status.scene import (
    OLDER,
    OVERDUE,
    ROLLED_OUT,
    claim,
    condition,
    container,
    deployment,
    pod,
    waiting,
    with_pods,
)

_ERROR: Manifest = {"exitCode": 1, "reason": "Error"}
_RUNNING: Manifest = {"startedAt": "2026-11-21T01:52:32Z"}
_SERVING = pod(container(ready=True, running=_RUNNING), phase="Running")
_PULL = 'failed to pull and unpack image "ghcr.io/example/orders:1.2.3": '
_INIT = claim(initContainer={"command": ["migrate"]})
_SECRETS = claim(
    secretRefs=[{"name": "db", "env": [{"secretKey": "password", "envName": "DB_PASSWORD"}]}],
    configMapRefs=[{"name": "flags", "env": [{"configMapKey": "mode", "envName": "MODE"}]}],
)
_NO_NODE = "0/7 nodes are available: 3 Insufficient cpu, 4 node(s) had untolerated taint {gpu: true}. preemption: none."

STATES = {
    "secret-not-found": with_pods(
        pod(waiting("CreateContainerConfigError", 'secret "db" not found')), document=_SECRETS
    ),
    "secret-key-missing": with_pods(
        pod(waiting("CreateContainerConfigError", "couldn't find key password in Secret shop/db")), document=_SECRETS
    ),
    "config-map-not-found": with_pods(
        pod(waiting("CreateContainerConfigError", 'configmap "flags" not found')), document=_SECRETS
    ),
    "config-map-key-missing": with_pods(
        pod(waiting("CreateContainerConfigError", "couldn't find key mode in ConfigMap shop/flags")), document=_SECRETS
    ),
    "root-image": with_pods(
        pod(waiting("CreateContainerConfigError", "container has runAsNonRoot and image will run as root"))
    ),
    "image-access-denied": with_pods(
        pod(waiting("ErrImagePull", _PULL + "pull access denied, https://bot:hunter2@ghcr.io/token?scope=x"))
    ),
    "image-registry-unreachable": with_pods(
        pod(waiting("ImagePullBackOff", _PULL + "dial tcp: lookup ghcr.io: no such host"))
    ),
    "image-no-word": with_pods(
        pod(waiting("ImagePullBackOff", 'Back-off pulling image "ghcr.io/example/orders:1.2.3"'))
    ),
    "image-name-invalid-for-kubelet": with_pods(pod(waiting("InvalidImageName", "couldn't parse image name"))),
    "image-never-pulled": with_pods(pod(waiting("ErrImageNeverPull"))),
    "init-container-fails": with_pods(
        pod(
            waiting("PodInitializing"),
            init=[container("run-migrations", restarts=3, waiting={"reason": "CrashLoopBackOff"}, last=_ERROR)],
        ),
        document=_INIT,
    ),
    "init-container-first-failure": with_pods(
        pod(
            waiting("PodInitializing"),
            init=[container("run-migrations", restarts=1, waiting={"reason": "CrashLoopBackOff"}, last=_ERROR)],
        ),
        document=_INIT,
    ),
    "init-container-done": with_pods(
        pod(
            waiting("ContainerCreating"),
            init=[container("run-migrations", terminated={"exitCode": 0, "reason": "Completed"})],
        ),
        document=_INIT,
    ),
    "crashed-once": with_pods(pod(waiting("CrashLoopBackOff", restarts=1, last=_ERROR))),
    "crashed-twice": with_pods(pod(waiting("CrashLoopBackOff", restarts=2, last=_ERROR))),
    "crashing-between-attempts": with_pods(pod(container(restarts=4, running=_RUNNING, last=_ERROR), phase="Running")),
    "killed-for-liveness": with_pods(
        pod(waiting("CrashLoopBackOff", restarts=3, last={"exitCode": 137, "reason": "Error"}))
    ),
    "out-of-memory": with_pods(
        pod(waiting("CrashLoopBackOff", restarts=5, last={"exitCode": 137, "reason": "OOMKilled"}))
    ),
    "cannot-start": with_pods(
        pod(waiting("RunContainerError", 'exec: "serve": executable file not found in $PATH: unknown', restarts=1))
    ),
    "probe-fails-after-deadline": with_pods(
        pod(container(running=_RUNNING), phase="Running"), live=deployment(OVERDUE)
    ),
    "probe-fails-after-rollout": with_pods(
        pod(container(running=_RUNNING), phase="Running"), live=deployment(ROLLED_OUT)
    ),
    "still-starting-after-deadline": with_pods(
        pod(container(running=_RUNNING) | {"started": False}, phase="Running"),
        live=deployment(OVERDUE),
        document=claim(probes={"startup": {"failureThreshold": 90}}),
    ),
    "starting": with_pods(pod(container(running=_RUNNING), phase="Running")),
    "unschedulable-taint": with_pods(pod(conditions=[condition("PodScheduled", "False", "Unschedulable", _NO_NODE)])),
    "scheduling-gate": with_pods(pod(conditions=[condition("PodScheduled", "False", "SchedulingGated")])),
    "unschedulable-without-words": with_pods(pod(conditions=[condition("PodScheduled", "False", "Unschedulable")])),
    "one-bad-pod-of-five": with_pods(
        _SERVING,
        pod(waiting("CrashLoopBackOff", restarts=6, last=_ERROR)),
        live=deployment(ROLLED_OUT, replicas=5, ready=4),
    ),
    "evicted-and-stopping": with_pods(
        pod(waiting("CrashLoopBackOff", restarts=6, last=_ERROR), phase="Failed", reason="Evicted"),
        {
            **pod(waiting("CrashLoopBackOff", restarts=6, last=_ERROR)),
            "metadata": {"deletionTimestamp": "2026-11-21T01:52:32Z"},
        },
    ),
    "old-revision-fails": with_pods(
        pod(waiting("CrashLoopBackOff", restarts=6, last=_ERROR), replica_set=OLDER), pod(waiting("ContainerCreating"))
    ),
    "new-revision-fails": with_pods(
        {**_SERVING, "metadata": {"ownerReferences": [{"kind": "ReplicaSet", "name": OLDER}]}},
        pod(waiting("CrashLoopBackOff", restarts=6, last=_ERROR)),
        live=deployment(OVERDUE, ready=1, updated=1, total=2),
    ),
    "malformed-pods": with_pods(
        {"kind": "Pod", "status": {"containerStatuses": ["x", None, {"state": 1}], "conditions": 7}}, {}
    ),
}
