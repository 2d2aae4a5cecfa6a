"""Causes from the state of a container."""

import re
from dataclasses import dataclass

from function.apis.event_driven_service.dependency import Dependency, field_of
from function.apis.event_driven_service.probes import window
from function.apis.event_driven_service.status.diagnosis.image_pull import PULL_REASONS, pull_failed
from function.apis.event_driven_service.status.reasons import dependencies, pods
from function.base.manifest import Json, at, count_at, mapping_at, text_at
from function.delivery.message import message, name
from function.status.reason import Cause
from function.status.sanitize import sanitize

_MISSING = re.compile(r'^(?P<kind>secret|configmap) "(?P<name>[^"]+)" not found')
_NO_KEY = re.compile(r"couldn't find key (?P<key>\S+) in (?P<kind>Secret|ConfigMap) [^/\s]+/(?P<name>\S+)")
_KINDS = {"secret": "Secret", "configmap": "ConfigMap"}
_CANNOT_START = ("StartError", "ContainerCannotRun", "RunContainerError", "CreateContainerError")
_RESTARTS = 2
"""The number of restarts that indicates a failure: a single one may be due to a broker that was not ready yet."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """What the claim specifies for the pods. `settled` is True if pods have had enough time to become ready."""

    name: str
    namespace: str
    dependencies: tuple[Dependency, ...]
    template: Json
    replica_set: str = ""
    settled: bool = False


def cause_of(status: Json, service: Service, *, init: bool) -> Cause | None:
    """Return why the container does not work, or None if it works or is still starting."""
    if text_at(status, "state", "terminated", "reason") == "Completed" or at(status, "ready") is True:
        return None
    waiting = mapping_at(status, "state", "waiting")
    reason, text = text_at(waiting, "reason"), message(waiting)
    if reason == "CreateContainerConfigError":
        return _config_error(text, name(status, "name"), service)
    if reason in PULL_REASONS:
        return pull_failed(reason, text, _image(status, service))
    return _terminated(status, service, init=init) or _not_responding(status, service, init=init)


def _config_error(text: str, container: str, service: Service) -> Cause:
    missing = _MISSING.search(text)
    if missing:
        kind, found = _KINDS[missing["kind"]], missing["name"]
        reason = dependencies.SECRET_NOT_FOUND if kind == "Secret" else dependencies.CONFIG_MAP_NOT_FOUND
        field = field_of(service.dependencies, kind, found)
        return reason.because(name=found, namespace=service.namespace, field=field)
    no_key = _NO_KEY.search(text)
    if no_key:
        kind, found, key = no_key["kind"], no_key["name"], no_key["key"]
        reason = dependencies.SECRET_KEY_MISSING if kind == "Secret" else dependencies.CONFIG_MAP_KEY_MISSING
        return reason.because(name=found, key=key, field=field_of(service.dependencies, kind, found, key))
    return pods.CONTAINER_CONFIG_ERROR.because(container=container, detail=sanitize(text) or "no reason was given")


def _terminated(status: Json, service: Service, *, init: bool) -> Cause | None:
    """Return why a container cannot be started or terminates repeatedly, also between two attempts."""
    container = name(status, "name")
    ended = mapping_at(status, "lastState", "terminated") or mapping_at(status, "state", "terminated")
    for state in (mapping_at(status, "state", "waiting"), ended):
        if text_at(state, "reason") in _CANNOT_START:
            detail = sanitize(message(state)) or "no reason was given"
            return pods.CONTAINER_CANNOT_START.because(container=container, detail=detail)
    if count_at(status, "restartCount") < _RESTARTS:
        return None
    if text_at(ended, "reason") == "OOMKilled":
        return pods.OOM_KILLED.because(container=container, limit=_limit(container, service))
    detail = _exit(count_at(ended, "exitCode"))
    if init:
        return pods.INIT_CONTAINER_FAILED.because(
            container=container, detail=f"it {detail}", name=service.name, namespace=service.namespace
        )
    return pods.CRASH_LOOPING.because(
        container=container, detail=detail, name=service.name, namespace=service.namespace
    )


def _exit(code: int) -> str:
    if code == 137:
        return "exits with code 137 (killed, for example after a failed liveness probe)"
    return f"exits with code {code}" if code else "exits"


def _not_responding(status: Json, service: Service, *, init: bool) -> Cause | None:
    """Return that a probe fails, but only after enough time, because a pod that is starting looks the same."""
    if not service.settled or at(status, "state", "running") is None:
        return None
    container = _container(text_at(status, "name"), service)
    if init or (at(status, "started") is False and at(container, "startupProbe")):
        return _starting(name(status, "name"), mapping_at(container, "startupProbe"))
    request = mapping_at(container, "readinessProbe", "httpGet")
    if not request:
        return None
    return pods.PROBE_FAILING.because(
        container=name(status, "name"), path=text_at(request, "path"), port=str(request.get("port", ""))
    )


def _starting(container: str, probe: Json) -> Cause:
    """Return that a container needs more time: if its startup probe never succeeds, the kubelet restarts it."""
    detail = "it has not finished"
    if probe:
        detail = f"its startup probe of {text_at(probe, 'httpGet', 'path')} may succeed within {window(probe)} seconds"
    return pods.STILL_STARTING.because(container=container, detail=detail)


def _container(name: str, service: Service) -> Json:
    spec = mapping_at(service.template, "spec")
    containers: list[Json] = [
        container
        for kind in ("initContainers", "containers")
        for container in _listed(spec.get(kind))
        if text_at(container, "name") == name
    ]
    return containers[0] if containers else {}


def _listed(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else []


def _image(status: Json, service: Service) -> str:
    return text_at(_container(text_at(status, "name"), service), "image") or sanitize(text_at(status, "image"))


def _limit(name: str, service: Service) -> str:
    limit = text_at(_container(name, service), "resources", "limits", "memory")
    return f" of {limit}" if limit else ""
