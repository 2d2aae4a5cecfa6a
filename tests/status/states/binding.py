"""Bindings: their secrets, streams, jobs and document."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from function.base.manifest import Json, Manifest
from function.delivery.live import is_object
from tests.bindings import (
    PLATFORM,
    binding,
    composite,
    namespaced,
    process,
    secret,
    settled,
    storage,
    topic,
    vault,
)
from tests.leaves import replaced
from tests.status.scene import State, condition, not_applied

_SPEC = binding(
    streams={"orders": topic(properties={"sasl.password": "secret://db/password"}), "audit": topic("audit.v1")},
    secrets={"db": vault(keys=["password"])},
)
_CLAIM = composite(_SPEC, generation=2)
_DIRECT = replaced(PLATFORM, "spec.delivery", "direct")
_FORBIDDEN = (
    'cannot patch object: kafkatopics.kafka.strimzi.io "orders-v1" is forbidden: User "x" cannot patch resource '
    '"kafkatopics" in API group "kafka.strimzi.io" in the namespace "kafka"'
)
_SOURCES = replaced(PLATFORM, "spec.variables", {"sources": [{"kind": "ConfigMap", "name": "env"}]})
_SOURCE = "variables/configmap/shop/env"
_VARIABLE = composite({**_SPEC, "description": "for ${TEAM}"}, generation=2)
_NO_MATCH = 'no matches for kind "SecretStore" in version "external-secrets.io/v1"'


def _healthy(xr: Manifest = _CLAIM, settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    return settled(xr, settings)


def _state(xr: Manifest = _CLAIM, settings: Manifest = PLATFORM, /, **instead: Json) -> State:
    """Return a state in which all is well but the objects whose keys begin so: another Ready, or another object."""
    seen = _healthy(xr, settings)
    for prefix, other in instead.items():
        key = next(key for key in seen if key.startswith(prefix))
        seen[key] = _saying(seen[key], other) if isinstance(other, str) else dict(_mapping(other))
    return State(xr=xr, observed=seen, platform=settings)


def _saying(seen: Manifest, ready: str) -> Manifest:
    """Return the resource with a live object whose controller says so about Ready."""
    changed: Any = deepcopy(seen)
    live = changed["status"]["atProvider"]["manifest"] if is_object(seen) else changed
    live["status"] = {"conditions": [condition("Ready", ready, "Told", "password=hunter2")]}
    return dict(changed)


def _mapping(value: Json) -> Mapping[str, Json]:
    assert isinstance(value, Mapping)
    return value


_JOBS = binding(
    streams={"orders": topic()},
    secrets={"db": vault(keys=["password"])},
    checkpoints={"default": storage()},
    deployment={"type": "kubernetes"},
    resources={"authorization": process()},
)
_WITH_JOBS = composite(_JOBS, generation=2)


def _job(xr: Manifest = _WITH_JOBS, settings: Manifest = PLATFORM, /, **status: Json) -> State:
    """Return a state in which all is well but the job, whose operator reports this status."""
    seen: dict[str, Any] = _healthy(xr, settings)
    if status:
        key = "flinkdeployment-authorization"
        live = seen[key]["status"]["atProvider"]["manifest"] if is_object(seen[key]) else seen[key]
        live["status"] = {"observedGeneration": 1, **status}
    return State(xr=xr, observed=seen, platform=settings)


def _waiting() -> State:
    """Return a state in which all is well, but a secret is not fetched yet, so that there is no job."""
    state = _state(_WITH_JOBS, externalsecret="Unknown")
    created = {key: seen for key, seen in state.observed.items() if not key.startswith("flinkdeployment")}
    return replace(state, observed=created)


STATES = {
    "binding-jobs-wait": State(xr=_WITH_JOBS, platform=PLATFORM),
    "binding-jobs-wait-for-secrets": _waiting(),
    "binding-jobs-run": _job(),
    "binding-jobs-run-directly": _job(namespaced(_JOBS), _DIRECT),
    "binding-job-starts": _job(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="DEPLOYING"),
    "binding-job-deployed": _job(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="READY"),
    "binding-job-upgrades": _job(lifecycleState="UPGRADING", jobManagerDeploymentStatus="MISSING"),
    "binding-job-suspended": _job(lifecycleState="SUSPENDED", jobManagerDeploymentStatus="MISSING"),
    "binding-job-failed": _job(
        lifecycleState="FAILED",
        jobManagerDeploymentStatus="READY",
        error="password=hunter2",
        jobStatus={"state": "FAILED"},
    ),
    "binding-job-cannot-start": _job(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="ERROR", error="x"),
    "binding-nothing-observed": State(xr=_CLAIM, platform=PLATFORM),
    "binding-in-place": _state(),
    "binding-in-place-directly": _state(namespaced(_SPEC), _DIRECT),
    "binding-without-secrets": _state(composite(binding(streams={"orders": topic()}, secrets={"own": secret()}))),
    "binding-of-topics-that-must-exist": State(xr=composite(binding(streams={"orders": topic()}))),
    "binding-edit-not-asked-for": State(
        xr=composite(replaced(_SPEC, "streams.orders.partitions", 12), generation=3),
        before=_CLAIM,
        observed=_healthy(),
        platform=PLATFORM,
    ),
    "binding-topic-taken-by-the-platform": State(
        xr=_CLAIM, observed=_healthy(), platform=replaced(PLATFORM, "spec.kafka", {})
    ),
    "binding-secret-not-fetched": _state(externalsecret="False"),
    "binding-store-not-ready-directly": _state(namespaced(_SPEC), _DIRECT, secretstore="False"),
    "binding-secret-awaited": _state(externalsecret="Unknown"),
    "binding-topic-refused": _state(stream="False"),
    "binding-topic-awaited": _state(stream="Unknown"),
    "binding-secret-and-topic-fail": _state(externalsecret="False", stream="False"),
    "binding-provider-may-not-make-topics": _state(stream=not_applied("KafkaTopic", _FORBIDDEN)),
    "binding-without-external-secrets": _state(secretstore=not_applied("SecretStore", _NO_MATCH)),
    "binding-refused": State(xr=composite(binding(extends="base.infra")), observed=_healthy(), platform=PLATFORM),
    "binding-variables-not-read": State(
        xr=_VARIABLE, observed=_healthy(), platform=_SOURCES, required={}, before=_CLAIM, looked_for=False
    ),
    "binding-source-of-variables-not-found": State(
        xr=_VARIABLE, observed=_healthy(), platform=_SOURCES, required={_SOURCE: []}, before=_CLAIM, looked_for=False
    ),
    "binding-variables-without-a-value": State(
        xr=_VARIABLE,
        observed=_healthy(),
        platform=_SOURCES,
        required={_SOURCE: [{"data": {"OTHER": "a"}}]},
        before=_CLAIM,
        looked_for=False,
    ),
    "binding-document-not-made": State(
        xr=_CLAIM, observed={key: seen for key, seen in _healthy().items() if key != "document"}, platform=PLATFORM
    ),
}
