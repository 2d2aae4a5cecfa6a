"""Reasons of preflights."""

from function.base.condition import DEPENDENCIES_READY, OPERATIONAL
from function.status import lookup
from function.status.reason import Reason

_AGAIN = "`kubectl delete job <name> -n <namespace>` deletes the Job; it is then created again, and checks again."

PREFLIGHT_FAILED = Reason(
    name="PreflightFailed",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="False",
    severity=220,
    effect="blocked",
    audience="claim author",
    meaning="The preflight could not reach something that the binding refers to, or found it different. New Flink jobs "
    "wait for it; what runs is not stopped.",
    message="the preflight failed for {names}",
    remedy="See status.preflight for each cause; after a correction elsewhere, delete Job {job} to check again",
    steps=(f"{lookup.DESCRIBE_CLAIM} shows `status.preflight`, with the cause of each check.", _AGAIN),
)

PREFLIGHT_NOT_RUN = Reason(
    name="PreflightNotRun",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="False",
    severity=221,
    effect="blocked",
    audience="operator",
    meaning="The Job of the preflight has failed without a result: its image cannot be pulled, its pods are rejected "
    "or killed, or somebody removed them.",
    message="the preflight has failed without a result",
    remedy="See the events of Job {job} for the cause; then delete it to check again",
    steps=("`kubectl describe job <name> -n <namespace>` shows why its pods failed.", _AGAIN),
)

PREFLIGHT_RUNNING = Reason(
    name="PreflightRunning",
    conditions=(DEPENDENCIES_READY, OPERATIONAL),
    status="Unknown",
    severity=822,
    effect="progressing",
    audience="claim author",
    meaning="The preflight waits until all objects but the Flink jobs are ready, or runs.",
    message="waiting for the preflight, Job {job}",
    steps=("`kubectl get job <name> -n <namespace>` shows whether it exists, and whether its pods run.",),
)

PREFLIGHT_PASSED = Reason(
    name="PreflightPassed",
    conditions=(DEPENDENCIES_READY,),
    status="True",
    severity=909,
    effect="healthy",
    audience="claim author",
    meaning="All secrets are fetched, and everything that the preflight can check is as it should be. It runs once for "
    "each document, so this may have changed since then.",
    message="passed: {passed} of {all} checks; status.preflight has those that cannot be made",
)
