"""The given objects under the names and selectors of a claim's objects, so that only what matters differs."""

from collections.abc import Mapping

from function.apis.event_driven_service.resolve import COMPONENT
from function.base import labels, naming
from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.base.placed import Steps, value_at, with_value, without_value
from function.importing import kinds
from function.importing.aligned_container import aligned_container
from function.importing.containers import http_port, init_position, main_container, main_position, target_of
from function.importing.metrics import metrics_port
from function.importing.pod import TOKEN

_POD = ("spec", "template", "spec")
_SELECTOR: Mapping[str, Steps] = {
    kinds.DEPLOYMENT: ("spec", "selector", "matchLabels"),
    kinds.SERVICE: ("spec", "selector"),
    kinds.BUDGET: ("spec", "selector", "matchLabels"),
    kinds.SERVICE_MONITOR: ("spec", "selector", "matchLabels"),
    kinds.POD_MONITOR: ("spec", "selector", "matchLabels"),
    kinds.NETWORK_POLICY: ("spec", "podSelector", "matchLabels"),
}
"""Where each kind has the selector that found the Deployment."""


def aligned(objects: Mapping[str, Manifest], name: str, namespace: str) -> dict[str, Manifest]:
    """Return the objects by kind, with every key and list position where it was."""
    selector = labels.selector(name, COMPONENT)
    found = {
        kind: _named(
            kind,
            with_value(manifest, _SELECTOR[kind], {**selector}) if kind in _SELECTOR else manifest,
            name,
            namespace,
        )
        for kind, manifest in objects.items()
    }
    main = main_container(objects[kinds.DEPLOYMENT])
    port = http_port(main, objects.get(kinds.SERVICE))
    names = {metrics_port(objects, main): naming.METRICS_PORT, port: naming.HTTP_PORT}
    found[kinds.DEPLOYMENT] = _deployment(found[kinds.DEPLOYMENT], names, name, _old_selector(objects), selector)
    if kinds.SERVICE in found:
        found[kinds.SERVICE] = _service(found[kinds.SERVICE], main, port)
    if kinds.SCALED_OBJECT in found:
        found[kinds.SCALED_OBJECT] = _scaled_object(found[kinds.SCALED_OBJECT], name)
    if kinds.SCALED_OBJECT in found or kinds.AUTOSCALER in found:
        found[kinds.DEPLOYMENT] = without_value(found[kinds.DEPLOYMENT], ("spec", "replicas"))
    if kinds.ACCOUNT in found:
        found |= _with_token(found)
    for kind, field, wanted in (
        (kinds.SERVICE_MONITOR, "endpoints", naming.HTTP_PORT),
        (kinds.POD_MONITOR, "podMetricsEndpoints", naming.METRICS_PORT),
    ):
        if kind in found:
            found[kind] = with_value(found[kind], ("spec", field, 0, "port"), wanted)
    return found


def _named(kind: str, manifest: Manifest, name: str, namespace: str) -> Manifest:
    own = naming.scaler(name) if kind == kinds.SCALED_OBJECT else name
    metadata = {**mapping_at(manifest, "metadata"), "name": own, "namespace": namespace}
    return {**manifest, "metadata": metadata}


def _old_selector(objects: Mapping[str, Manifest]) -> Json:
    return value_at(objects[kinds.DEPLOYMENT], _SELECTOR[kinds.DEPLOYMENT])


def _deployment(
    deployment: Manifest, ports: Mapping[int | None, str], name: str, old: Json, selector: Mapping[str, str]
) -> Manifest:
    pod = mapping_at(deployment, *_POD)
    main, init = main_position(deployment), init_position(pod)
    container = aligned_container(value_at(pod, ("containers", main)), ports)
    found = with_value(deployment, (*_POD, "containers", main), container)
    if init is not None:
        found = with_value(found, (*_POD, "initContainers", init, "name"), naming.INIT_CONTAINER)
    if text_at(pod, "serviceAccountName"):
        found = with_value(found, (*_POD, "serviceAccountName"), name)
    for position, spread in enumerate(items_at(pod, "topologySpreadConstraints")):
        if mapping_at(spread, "labelSelector") == {"matchLabels": old}:
            place = (*_POD, "topologySpreadConstraints", position, "labelSelector", "matchLabels")
            found = with_value(found, place, {**selector})
    return found


def _scaled_object(scaler: Manifest, name: str) -> Manifest:
    target = mapping_at(scaler, "spec", "scaleTargetRef")
    same = {**{key: value for key, value in target.items() if key not in ("apiVersion", "kind")}, "name": name}
    return with_value(scaler, ("spec", "scaleTargetRef"), same)


def _with_token(objects: Mapping[str, Manifest]) -> dict[str, Manifest]:
    """Return ServiceAccount and Deployment with the only setting for the token that counts, which is in the pods."""
    account, deployment = objects[kinds.ACCOUNT], objects[kinds.DEPLOYMENT]
    token, place = account.get(TOKEN), (*_POD, TOKEN)
    if token is not None and value_at(deployment, place) is None:
        deployment = with_value(deployment, place, token)
    return {kinds.ACCOUNT: without_value(account, (TOKEN,)), kinds.DEPLOYMENT: deployment}


def _service(service: Manifest, main: Json, port: int | None) -> Manifest:
    """Return the Service with the name and target of a claim's port where its port leads to the http port."""
    for position, entry in enumerate(items_at(service, "spec", "ports")):
        if port is not None and target_of(entry, main) == port:
            same = present({**mapping_at(entry), "name": naming.HTTP_PORT, "targetPort": naming.HTTP_PORT})
            return with_value(service, ("spec", "ports", position), same)
    return service
