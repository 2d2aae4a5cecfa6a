"""The state of an object in one line, by its kind."""

import re
from collections.abc import Callable, Mapping

from function.base.counted import counted
from function.base.manifest import Json, at, count_at, text_at
from function.delivery.live import condition, conditions, is_object
from function.delivery.live import state as delivered
from function.delivery.message import message
from function.readiness import flink_deployment, postgresql_pooler, snapshot_schedule, stateful_set
from function.readiness import postgresql_scheduled_backup as scheduled_backup
from function.readiness.deployment import current
from function.status.sanitize import sanitize
from function.trace import pod
from function.trace.node import Health, State

NOT_CREATED = State("waiting", "not created")
UNREAD = State("unknown", "not known")
_PAUSED, _PAUSED_REPLICAS = "autoscaling.keda.sh/paused", "autoscaling.keda.sh/paused-replicas"
_FALSE = ("0", "f", "F", "false", "False", "FALSE")
"""What KEDA reads as false; it takes every other value for true."""


def state(live: Mapping[str, Json]) -> State:
    """Return the state of an object that exists."""
    if at(live, "metadata", "deletionTimestamp") is not None:
        return State("waiting", "being deleted")
    if is_object(live):
        return _object(live)
    return _STATES.get(text_at(live, "kind"), _general)(live)


def of_composite(resource: Mapping[str, Json]) -> State:
    """Return the state of a claim or composite: what Crossplane says of it."""
    if at(resource, "metadata", "deletionTimestamp") is not None:
        return State("waiting", "being deleted")
    synced, ready = condition(resource, "Synced"), condition(resource, "Ready")
    if text_at(synced, "status") == "False":
        return State("failed", f"not synced: {sanitize(message(synced)) or text_at(synced, 'reason')}")
    open_circuit = condition(resource, "Responsive")
    if text_at(open_circuit, "status") == "False":
        return State("waiting", f"{text_at(open_circuit, 'reason')}: the status may be a minute late")
    if not synced and not ready:
        return State("waiting", "no status yet")
    known = "synced" if text_at(synced, "status") == "True" else "not synced yet"
    if text_at(ready, "status") == "True":
        return State("ready" if known == "synced" else "waiting", f"{known}, ready")
    detail = sanitize(message(ready)) or text_at(ready, "reason")
    return State("waiting", f"{known}, not ready" + (f": {detail}" if detail else ""))


def _object(observed: Mapping[str, Json]) -> State:
    found = delivered(observed)
    if found.failure:
        return State("failed", f"not applied: {sanitize(found.failure)}")
    if found.paused:
        return State("waiting", "paused by annotation, changes are not applied")
    if not found.applied:
        return State("waiting", "not applied yet")
    ready = text_at(condition(observed, "Ready"), "status") == "True"
    return State("ready", "applied, ready") if ready else State("waiting", "applied, not ready")


def _deployment(live: Mapping[str, Json]) -> State:
    desired = count_at(live, "spec", "replicas") if at(live, "spec", "replicas") is not None else 1
    ready, updated = (count_at(live, "status", key) for key in ("readyReplicas", "updatedReplicas"))
    text = f"{ready}/{desired} pods ready"
    if not current(live):
        return State("waiting", f"{text}, the latest change is not rolled out yet")
    refused, progressing = condition(live, "ReplicaFailure"), condition(live, "Progressing")
    if text_at(refused, "status") == "True":
        return State("failed", f"{text}, pods are rejected: {sanitize(message(refused))}")
    if at(live, "spec", "paused") is True:
        return State("waiting", f"{text}, paused: changes are not rolled out")
    if text_at(progressing, "status") == "False":
        return State("failed", f"{text}, {text_at(progressing, 'reason')}")
    if updated < min(desired, count_at(live, "status", "replicas")):
        return State("waiting", f"{text}, {updated} updated")
    return State("ready" if ready >= desired else "waiting", text)


def _stateful_set(live: Mapping[str, Json]) -> State:
    desired, ready = count_at(live, "spec", "replicas"), count_at(live, "status", "readyReplicas")
    text = f"{ready}/{desired} pods ready"
    if not stateful_set.current(live):
        return State("waiting", f"{text}, the latest change is not rolled out yet")
    return State("ready" if stateful_set.ready(live) else "waiting", text)


def _scaled_object(live: Mapping[str, Json]) -> State:
    found = {kind: text_at(entry, "status") for kind, entry in conditions(live).items()}
    paused = _paused(live)
    if paused or found.get("Paused") == "True":
        return State("waiting", paused or "paused")
    if found.get("Fallback") == "True":
        return State("failed", "fallback: a trigger is failing")
    ready = condition(live, "Ready")
    if found.get("Ready") == "False":
        return State("failed", f"not ready: {text_at(ready, 'reason')}")
    if found.get("Ready") != "True":
        return State("waiting", "not evaluated yet")
    return State("ready", "ready, active" if found.get("Active") == "True" else "ready, idle")


def _paused(live: Mapping[str, Json]) -> str:
    """Return how annotations pause a ScaledObject, "" if they do not; KEDA reports it later or not at all."""
    replicas, switch = (at(live, "metadata", "annotations", key) for key in (_PAUSED_REPLICAS, _PAUSED))
    if isinstance(replicas, str):
        at_count = f", at {counted(int(replicas), 'replica')}" if re.fullmatch("[0-9]{1,9}", replicas) else ""
        return f"paused by annotation{at_count}"
    return "paused by annotation" if isinstance(switch, str) and switch not in _FALSE else ""


def _autoscaler(live: Mapping[str, Json]) -> State:
    least, most = count_at(live, "spec", "minReplicas") or 1, count_at(live, "spec", "maxReplicas")
    now, wanted = (count_at(live, "status", key) for key in ("currentReplicas", "desiredReplicas"))
    text = f"{counted(now, 'replica')}, {wanted} desired, {least} to {most} allowed"
    for kind in ("AbleToScale", "ScalingActive"):
        found = condition(live, kind)
        reason = text_at(found, "reason")
        if text_at(found, "status") == "False" and reason != "ScalingDisabled":  # as at zero replicas
            return State("failed", f"{text}, {reason}: {sanitize(message(found))}")
    return State("ready", f"{text}, at the maximum" if least < most <= wanted else text)


def _flink(live: Mapping[str, Json]) -> State:
    parts = (text_at(live, "status", "lifecycleState"), text_at(live, "status", "jobStatus", "state"))
    text = ", ".join(part.lower() for part in dict.fromkeys(parts) if part) or "not evaluated yet"
    if flink_deployment.failed(live):
        return State("failed", text)
    return State("ready" if flink_deployment.ready(live) else "waiting", text)


def _snapshot_schedule(live: Mapping[str, Json]) -> State:
    if snapshot_schedule.ready(live):
        return State("ready", "snapshots are scheduled")
    if not snapshot_schedule.failed(live):
        return State("waiting", "not evaluated yet")
    return State("failed", f"snapshots fail: {sanitize(message(condition(live, 'Reconciled')))}")


def _pooler(live: Mapping[str, Json]) -> State:
    now, wanted = count_at(live, "status", "instances"), count_at(live, "spec", "instances")
    return State("ready" if postgresql_pooler.ready(live) else "waiting", f"{now}/{counted(wanted, 'pod')} created")


def _scheduled_backup(live: Mapping[str, Json]) -> State:
    if scheduled_backup.failed(live):
        return State("failed", f"backups are not accepted: {sanitize(text_at(live, 'status', 'error'))}")
    if scheduled_backup.ready(live):
        return State("ready", "backups are scheduled")
    return State("waiting", "not evaluated yet")


def _general(live: Mapping[str, Json]) -> State:
    ready = condition(live, "Ready")
    if not ready:
        return State("ready", "exists")
    if text_at(ready, "status") == "True":
        return State("ready", "ready")
    health: Health = "failed" if text_at(ready, "status") == "False" else "waiting"
    return State(health, f"not ready: {text_at(ready, 'reason')} {sanitize(message(ready))}".rstrip())


_STATES: Mapping[str, Callable[[Mapping[str, Json]], State]] = {
    "Deployment": _deployment,
    "FlinkDeployment": _flink,
    "HorizontalPodAutoscaler": _autoscaler,
    "Pod": pod.state,
    "Pooler": _pooler,
    "ScaledObject": _scaled_object,
    "ScheduledBackup": _scheduled_backup,
    "SnapshotSchedule": _snapshot_schedule,
    "StatefulSet": _stateful_set,
}
