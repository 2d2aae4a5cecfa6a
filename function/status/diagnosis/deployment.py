"""What the Deployment's own status says: how many pods serve, which revision is the newest, why pods cannot be made."""

import re
from dataclasses import dataclass

from function.base.manifest import at, count_at, mapping_at, text_at
from function.delivery.live import condition
from function.status.diagnosis.applying import QUOTA, requested
from function.status.foreign_text import plain
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons import applying, workload

_REPLICA_SET = re.compile(r'replica ?set "(?P<name>[^"]+)"', re.IGNORECASE)
_NO_ACCOUNT = re.compile(r'serviceaccount "(?P<name>[^"]+)" not found')
_POD_SECURITY = re.compile(r'violates PodSecurity "(?P<level>[^":]+)[^"]*": (?P<detail>.*)', re.DOTALL)
_NEEDS_AMOUNTS = re.compile(r"failed quota: (?P<quota>[^:]+): (?P<detail>must specify .*)")


@dataclass(frozen=True, kw_only=True)
class Replicas:
    """Pods of the Deployment; Kubernetes leaves zero counts out."""

    ready: int
    desired: int
    updated: int
    available: int

    @property
    def summary(self) -> str:
        """Return ready and desired pods, such as 3/3."""
        return f"{self.ready}/{self.desired}"


def replicas(seen: Observation) -> Replicas:
    """Return the counts; a Deployment that says nothing gets one pod, as the API server has it."""
    spec = mapping_at(seen.live or seen.manifest, "spec")
    return Replicas(
        ready=count_at(seen.live, "status", "readyReplicas"),
        desired=1 if at(spec, "replicas") is None else count_at(spec, "replicas"),
        updated=count_at(seen.live, "status", "updatedReplicas"),
        available=count_at(seen.live, "status", "availableReplicas"),
    )


def replica_set(seen: Observation) -> str:
    """Return the name of the newest revision's ReplicaSet, or "" where the Deployment does not tell."""
    match = _REPLICA_SET.search(text_at(condition(seen.live, "Progressing"), "message"))
    return match["name"] if match else ""


def rolled_out(seen: Observation) -> bool:
    """Return whether the newest revision was complete once: after that no start excuses an unready pod."""
    return text_at(condition(seen.live, "Progressing"), "reason") == "NewReplicaSetAvailable"


def overdue(seen: Observation) -> bool:
    """Return whether the newest revision did not come up within the progress deadline."""
    return text_at(condition(seen.live, "Progressing"), "reason") == "ProgressDeadlineExceeded"


def causes(seen: Observation, *, account_exists: bool, name: str, namespace: str) -> list[Cause]:
    """Return what the Deployment complains about."""
    found = []
    failure = condition(seen.live, "ReplicaFailure")
    if text_at(failure, "status") == "True":
        found += _no_pods(text_at(failure, "message"), account_exists=account_exists, namespace=namespace)
    if overdue(seen):
        found.append(workload.ROLLOUT_STUCK.because(name=name, namespace=namespace))
    return found


def _no_pods(message: str, *, account_exists: bool, namespace: str) -> list[Cause]:
    quota = QUOTA.search(message)
    if quota:
        used_up = ", ".join(requested(quota["requested"]))
        return [workload.QUOTA_EXCEEDED.because(quota=quota["quota"], resources=used_up)]
    needs = _NEEDS_AMOUNTS.search(message)
    if needs:
        policy = f"the quota '{needs['quota']}'"
        return [applying.ADMISSION_DENIED.because(policy=policy, what="pods", detail=plain(needs["detail"]))]
    level = _POD_SECURITY.search(message)
    if level:
        policy = f"Pod Security ({level['level']})"
        return [applying.ADMISSION_DENIED.because(policy=policy, what="pods", detail=plain(level["detail"]))]
    if "admission webhook" in message or "ValidatingAdmissionPolicy" in message:
        return [_from_policy(message)]
    if _NO_ACCOUNT.search(message) and not account_exists:
        # the account is made in the same moment as the Deployment, and the ReplicaSet tries again by itself
        return []
    return [workload.PODS_NOT_CREATED.because(detail=plain(message), namespace=namespace)]


def _from_policy(message: str) -> Cause:
    detail = plain(message.partition("denied the request")[2] or message.partition("denied request")[2])
    return applying.ADMISSION_DENIED.because(policy="a policy of the cluster", what="pods", detail=detail)
