"""Rewrites the deprecated fields of an earlier composition's claim into those of today, with the same meaning."""

from collections.abc import Mapping

from function.apis.earlier import Migration
from function.apis.event_driven_service.model.taken_over import (
    EARLIER_SIZE,
    PROBES,
    SLOTS,
    KubernetesProbe,
    TakenOverService,
)
from function.apis.event_driven_service.ports import HTTP_PORT
from function.base.manifest import Json, Manifest, at, items_at, mapping_at
from function.base.problems import Problem, describe
from function.base.validation import parse

EARLIER_AMOUNTS: Manifest = {
    "requests": {"cpu": "100m", "memory": "256Mi"},
    "limits": {"cpu": "500m", "memory": "1Gi"},
}
"""What the size `micro` stands for."""
_NEXT_SIZE = "small"
_ALIAS = {name: info.alias or name for name, info in TakenOverService.model_fields.items()}


def migrate(spec: Mapping[str, Json]) -> Migration:
    """Return the spec without deprecated fields, and a problem for each that has no equivalent."""
    found, problems = _sized(_with_refs(dict(spec)))
    for name, probe in PROBES.items():
        found, refused = _with_probe(found, _ALIAS[name], probe)
        problems += refused
    return Migration(found, tuple(problems))


def _with_refs(spec: Manifest) -> Manifest:
    slots = [_ALIAS[name] for name in SLOTS]
    names = [spec[slot] for slot in slots if isinstance(spec.get(slot), str)]
    if not names or not isinstance(spec.get("secretRefs"), list | None):
        return spec
    refs: list[Json] = [{"name": name, "envFrom": True, "optional": True} for name in names]
    rest = {key: value for key, value in spec.items() if key not in slots or not isinstance(value, str)}
    return {**rest, "secretRefs": [*items_at(spec, "secretRefs"), *refs]}


def _sized(spec: Manifest) -> tuple[Manifest, list[Problem]]:
    if spec.get("size") != EARLIER_SIZE:
        return spec, []
    if "resources" in spec:
        return spec, [_stays("spec.size", "spec.resources overrides some of its amounts", "write all amounts there")]
    return {**spec, "size": _NEXT_SIZE, "resources": EARLIER_AMOUNTS}, []


def _with_probe(spec: Manifest, field: str, probe: str) -> tuple[Manifest, list[Problem]]:
    path = f"spec.{field}"
    block, problems = parse(KubernetesProbe, spec.get(field), path)
    if block is None or problems:
        return spec, []
    port = str(spec.get("httpPort", HTTP_PORT))
    if block.http_get.port not in ("http", port):
        return spec, [_stays(path, "probes use the http port", f"serve it on port {port}, or change spec.httpPort")]
    if block.http_get.scheme == "HTTPS" or block.success_threshold not in (None, 1):
        return spec, [_stays(path, "probes are HTTP requests of which one success is enough", "change the probe")]
    if at(spec, "probes", probe) is not None:
        return spec, [_stays(path, f"spec.probes.{probe} exists too", "remove one of them")]
    rest = {key: value for key, value in spec.items() if key != field}
    return {**rest, "probes": {**mapping_at(spec, "probes"), probe: _today(block)}}, []


def _today(block: KubernetesProbe) -> Manifest:
    """Return the probe with the defaults of Kubernetes, which are not those of this API."""
    return {
        "path": block.http_get.path or "/",
        "initialDelaySeconds": block.initial_delay_seconds or 0,
        "periodSeconds": block.period_seconds or 10,
        "timeoutSeconds": block.timeout_seconds or 1,
        "failureThreshold": block.failure_threshold or 3,
    }


def _stays(path: str, why: str, hint: str) -> Problem:
    return Problem(path=path, message=describe(f"cannot be rewritten: {why}", hint=hint), code="EP495")
