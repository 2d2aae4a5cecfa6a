"""State of the Deployment: how many pods are ready, which revision is the newest, why pods cannot be created."""

import re
from dataclasses import dataclass

from function.apis.event_driven_service.status.reasons import workload
from function.base.manifest import at, count_at, items_at, mapping_at, text_at
from function.base.naming import MAIN_CONTAINER
from function.delivery.message import message
from function.status.applying import QUOTA, requested
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons import applying
from function.status.sanitize import sanitize

_REPLICA_SET = re.compile(r'replica ?set "(?P<name>[^"]+)"', re.IGNORECASE)
_POLICIES = (
    (re.compile(r"failed quota: (?P<quota>[^:]{1,253}): (?P<detail>must specify .*)"), "the quota '{quota}'"),
    (
        re.compile(r'violates PodSecurity "(?P<level>[^":]{1,63})[^"]{0,63}": (?P<detail>.*)', re.DOTALL),
        "Pod Security ({level})",
    ),
    (
        re.compile(r'admission webhook "(?P<name>[^"]+)" denied the request:? ?(?P<detail>.*)', re.DOTALL),
        "the policy '{name}'",
    ),
    (
        re.compile(
            r"ValidatingAdmissionPolicy '(?P<name>[^']{1,253})' .{0,500}?denied request: (?P<detail>.*)", re.DOTALL
        ),
        "the policy '{name}'",
    ),
)
"""What rejects pods, by the API server's error messages."""


@dataclass(frozen=True, kw_only=True)
class Replicas:
    """Numbers of pods of the Deployment."""

    ready: int
    desired: int
    updated: int
    available: int

    @property
    def summary(self) -> str:
        """Return the numbers of ready and desired pods, such as 3/3."""
        return f"{self.ready}/{self.desired}"


def replicas(observation: Observation) -> Replicas:
    """Return the counts; without `replicas`, a Deployment runs one pod, the API server's default."""
    spec = mapping_at(observation.live or observation.manifest, "spec")
    return Replicas(
        ready=count_at(observation.live, "status", "readyReplicas"),
        desired=1 if at(spec, "replicas") is None else count_at(spec, "replicas"),
        updated=count_at(observation.live, "status", "updatedReplicas"),
        available=count_at(observation.live, "status", "availableReplicas"),
    )


def image(observation: Observation) -> str:
    """Return the image that runs, or "" while nothing does.

    What was applied runs as it was asked for, even where an admission webhook writes the image in another way.
    """
    as_asked = observation.applied and not observation.paused
    running = observation.manifest if as_asked and observation.live else observation.live
    for container in items_at(running, "spec", "template", "spec", "containers"):
        if text_at(container, "name") == MAIN_CONTAINER:
            return text_at(container, "image")
    return ""


def replica_set(observation: Observation) -> str:
    """Return the name of the newest revision's ReplicaSet, or "" if the Deployment does not report it."""
    match = _REPLICA_SET.search(message(observation.conditions.get("Progressing", {})))
    return match["name"] if match else ""


def rolled_out(observation: Observation) -> bool:
    """Return whether the newest revision was complete once; after that, an unready pod is no longer just starting."""
    return text_at(observation.conditions.get("Progressing", {}), "reason") == "NewReplicaSetAvailable"


def overdue(observation: Observation) -> bool:
    """Return whether the newest revision was not complete within the progress deadline."""
    return text_at(observation.conditions.get("Progressing", {}), "reason") == "ProgressDeadlineExceeded"


def causes(observation: Observation, *, name: str, namespace: str) -> list[Cause]:
    """Return the failures that the Deployment of the service `name` reports.

    Its ServiceAccount is created at the same time, so the first pod is often rejected because it does not exist yet.
    The ReplicaSet tries again, so until the deadline this is not a cause.
    """
    failures = []
    failure = observation.conditions.get("ReplicaFailure", {})
    text = message(failure)
    own_account = f'serviceaccount "{name}" not found' in text
    if text_at(failure, "status") == "True" and (overdue(observation) or not own_account):
        failures.append(_no_pods(text, namespace))
    if overdue(observation):
        failures.append(workload.ROLLOUT_STUCK.because(name=name, namespace=namespace))
    return failures


def _no_pods(text: str, namespace: str) -> Cause:
    quota = QUOTA.search(text)
    if quota:
        resources = ", ".join(requested(quota["requested"]))
        return workload.QUOTA_EXCEEDED.because(quota=quota["quota"], resources=resources)
    for pattern, policy in _POLICIES:
        match = pattern.search(text)
        if match:
            values = match.groupdict()
            return applying.ADMISSION_DENIED.because(
                policy=policy.format(**values), what="pods", detail=sanitize(values["detail"])
            )
    return workload.PODS_NOT_CREATED.because(detail=sanitize(text), namespace=namespace)
