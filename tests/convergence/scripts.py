"""What happens to a service: the steps of a script, each with the phase, the reason and the events that follow."""

from collections.abc import Mapping

from tests.convergence.cluster import Cluster
from tests.convergence.happenings import (
    ACTIVE,
    APPLYING,
    BACK_OFF,
    BEGINNING,
    CRASHED,
    CRASHES,
    CREATING,
    INACTIVE,
    NO_IMAGE,
    NO_KEDA,
    NO_SECRET,
    PENDING,
    PROGRESS,
    READY,
    RECOVERED,
    REPLACES,
    RUNS,
    SERVES,
    STARTING,
    STARTS,
    WELL,
    Script,
    Step,
    new_image,
    nothing,
    rollout,
    scaler,
    settles,
)
from tests.status.scene import OVERDUE, ROLLED_OUT, ROLLING, condition, deployment

SCRIPTS: Mapping[str, Script] = {
    "first creation": Script(
        (*BEGINNING, Step(RUNS, "Progressing", "AutoscalerPending"), Step(scaler(READY, INACTIVE), *WELL, RECOVERED)),
        from_running=False,
    ),
    "slow start": Script(
        (
            *BEGINNING,
            Step(scaler(READY, INACTIVE), *PROGRESS),
            Step(rollout(deployment(ROLLING), STARTING), *PROGRESS),
            Step(rollout(deployment(ROLLING), STARTING), *PROGRESS),
            Step(RUNS, *WELL, RECOVERED),
        ),
        from_running=False,
    ),
    "image pull error, then fixed": Script(
        (
            *BEGINNING,
            Step(scaler(READY, INACTIVE), *PROGRESS),
            Step(rollout(deployment(ROLLING), NO_IMAGE), "Blocked", "ImagePullFailed", ("Warning ImagePullFailed",)),
            Step(rollout(deployment(ROLLING), BACK_OFF), "Blocked", "ImagePullFailed"),
            Step(rollout(deployment(OVERDUE), BACK_OFF), "Blocked", "ImagePullFailed"),
            Step(new_image("1.2.4"), *APPLYING),
            Step(STARTS, *APPLYING),
            Step(Cluster.basics, *PROGRESS),
            Step(settles, *WELL, RECOVERED),
        ),
        from_running=False,
    ),
    "missing Secret, then created": Script(
        (
            *BEGINNING,
            Step(scaler(READY, INACTIVE), *PROGRESS),
            Step(rollout(deployment(ROLLING), NO_SECRET), "Blocked", "SecretNotFound", ("Warning SecretNotFound",)),
            Step(rollout(deployment(ROLLING), STARTING), *PROGRESS),
            Step(RUNS, *WELL, RECOVERED),
        ),
        from_running=False,
        spec={"secretRefs": [{"name": "db", "envFrom": True}]},
    ),
    "KEDA not installed, then installed": Script(
        (
            *BEGINNING[:3],
            Step(lambda cluster: cluster.refuse("scaledobject", NO_KEDA), *PROGRESS),
            Step(RUNS, "Degraded", "CRDMissing", ("Warning CRDMissing",)),
            Step(scaler(condition("Ready", "Unknown")), "Progressing", "AutoscalerPending"),
            Step(scaler(READY, INACTIVE), *WELL, RECOVERED),
        ),
        from_running=False,
    ),
    "trigger error and recovery": Script(
        (
            Step(
                scaler(condition("Ready", "False", "TriggerError")),
                "Degraded",
                "AutoscalerError",
                ("Warning AutoscalerError",),
            ),
            Step(scaler(READY, INACTIVE), *WELL, RECOVERED),
        ),
        falls=1,
    ),
    "scale up and down": Script(
        (
            Step(rollout(deployment(ROLLED_OUT, replicas=5, ready=1), SERVES, CREATING), *WELL),
            Step(rollout(deployment(ROLLED_OUT, replicas=5, ready=3), SERVES, STARTING), *WELL),
            Step(rollout(deployment(ROLLED_OUT, replicas=5, ready=5), SERVES), *WELL),
            Step(RUNS, *WELL),
        )
    ),
    "to zero and back": Script(
        (
            Step(rollout(deployment(ROLLED_OUT, replicas=0)), "Idle", "Operational"),
            Step(rollout(deployment(ROLLED_OUT, replicas=1), CREATING), *WELL),
            Step(rollout(deployment(ROLLED_OUT, replicas=3), CREATING, STARTING), *WELL),
            Step(rollout(deployment(ROLLED_OUT, replicas=3, ready=3), SERVES), *WELL),
            Step(rollout(deployment(ROLLED_OUT, replicas=0)), "Idle", "Operational"),
        ),
        spec={"scaling": {"minReplicas": 0}},
    ),
    "waking fails": Script(
        (
            Step(rollout(deployment(ROLLED_OUT, replicas=0)), "Idle", "Operational"),
            Step(rollout(deployment(ROLLED_OUT, replicas=1), CREATING), *WELL),
            Step(
                rollout(deployment(ROLLED_OUT, replicas=1), CRASHES),
                "Blocked",
                "CrashLooping",
                ("Warning CrashLooping",),
            ),
            Step(rollout(deployment(ROLLED_OUT, replicas=1, ready=1), SERVES), *WELL, RECOVERED),
        ),
        spec={"scaling": {"minReplicas": 0}},
    ),
    "a rollout fails and is taken back": Script(
        (
            Step(new_image("2.0.0"), *APPLYING),
            Step(rollout(REPLACES, STARTING), *APPLYING),
            Step(Cluster.basics, *PROGRESS),
            Step(rollout(REPLACES, CRASHES), "Degraded", "CrashLooping", CRASHED),
            Step(rollout(deployment(OVERDUE, ready=1, updated=1, total=2), CRASHES), "Degraded", "CrashLooping"),
            Step(new_image("1.2.3"), *APPLYING),
            Step(settles, *WELL, RECOVERED),
        ),
        falls=1,
    ),
    "paused and resumed": Script(
        (
            Step(lambda cluster: cluster.edit(scaling={"paused": True}), *APPLYING),
            Step(scaler(READY, condition("Paused", "True")), "Paused", "Operational", RECOVERED),
            Step(rollout(deployment(ROLLED_OUT, replicas=5, ready=5), SERVES), "Paused", "Operational"),
            Step(lambda cluster: cluster.edit(scaling={}), *APPLYING),
            Step(scaler(READY, ACTIVE), *WELL, RECOVERED),
        ),
        falls=2,
    ),
    "a provider that lags": Script(
        (
            Step(new_image("1.3.0"), *APPLYING),
            Step(nothing, *APPLYING),
            Step(rollout(REPLACES, STARTING), *APPLYING),
            Step(settles, *WELL, RECOVERED),
        ),
        falls=1,
    ),
    "an Object deleted by hand": Script(
        (
            Step(lambda cluster: cluster.delete("deployment"), *PENDING),
            Step(STARTS, *PROGRESS),
            Step(RUNS, *WELL, RECOVERED),
        ),
        falls=1,
    ),
    "scaling switched off": Script(
        (
            Step(lambda cluster: cluster.edit(scaling={"enabled": False}), *APPLYING),
            Step(RUNS, *WELL, RECOVERED),
        ),
        falls=1,
    ),
}
