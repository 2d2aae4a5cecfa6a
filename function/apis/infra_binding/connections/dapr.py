"""Dapr Components Configuration: components, subscriptions, routes, and sidecars."""

import json
from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.dapr.components import Component
from function.apis.infra_binding.dapr.components._metadata import items
from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.names import object_name
from function.apis.infra_binding.resolve import Resolved
from function.base.manifest import Json, mapping_at, text_at
from function.base.markdown import Markdown, bullets, code, fenced, joined, records

_ALL = Markdown("all applications of the namespace")
_METRICS_PORT = 9090


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield the components with their settings, the subscriptions, the routes, and the annotations of pods."""
    dapr = resolved.spec.dapr
    if dapr is None:
        return
    for name, component in sorted(dapr.components.items()):
        yield Markdown(f"### {code(name)}")
        yield Markdown(f"For {_scopes(component.scopes)}.")
        yield fenced(_component(name, component, resolved), "yaml")
    yield from _subscriptions(dapr)
    yield from _routes(dapr)
    yield from _sidecar(dapr)


def endpoints(resolved: Resolved) -> Iterator[Markdown]:
    """Yield where applications reach their sidecars."""
    dapr = resolved.spec.dapr
    if dapr is None:
        return
    port = dapr.sidecar.metrics_port if dapr.sidecar else None
    facts = {
        "Address": Markdown("`localhost:3500` (HTTP), `localhost:50001` (gRPC), in each pod with a sidecar"),
        "Metrics": Markdown(f"port {port or _METRICS_PORT} of the pod"),
        "Components": joined(map(code, sorted(dapr.components))) or Markdown("none"),
        "Applications": joined(map(code, applications(dapr))) or Markdown("the binding names none"),
    }
    yield Markdown("### Dapr Sidecar")
    yield bullets(facts)


def applications(dapr: Dapr) -> list[str]:
    """Return the IDs of the applications that the section names."""
    scopes = [
        *(component.scopes for component in dapr.components.values()),
        *(subscription.scopes for subscription in dapr.subscriptions.values()),
    ]
    routes = dapr.invocation.routes if dapr.invocation else {}
    processes = dapr.sidecar.processes if dapr.sidecar else []
    named = {app for listed in scopes for app in listed}
    return sorted({*named, *routes, *map(object_name, processes)})


def _component(name: str, component: Component, resolved: Resolved) -> Iterator[str]:
    yield f"Component: {name}"
    yield f"Type: {component.type}"
    yield "Metadata:"
    for item in items(component.settings(), resolved.secrets):
        yield f"  {text_at(item, 'name')}: {_value(item)}"


def _value(item: Mapping[str, Json]) -> str:
    """Return a setting as YAML has it, or where it is."""
    if "secretKeyRef" in item:
        ref = mapping_at(item, "secretKeyRef")
        return json.dumps({"secretKeyRef": {"name": text_at(ref, "name"), "key": text_at(ref, "key")}})
    return json.dumps(text_at(item, "value"), ensure_ascii=False)


def _scopes(scopes: Sequence[str]) -> Markdown:
    return joined(map(code, scopes)) if scopes else _ALL


def _subscriptions(dapr: Dapr) -> Iterator[Markdown]:
    rows = [
        {
            "Subscription": code(name),
            "Component": code(found.pubsub),
            "Topic": code(found.topic),
            "Route": code(found.route),
            "Dead letters": code(found.dead_letter_topic) if found.dead_letter_topic else Markdown("dropped"),
            "Applications": _scopes(found.scopes),
        }
        for name, found in sorted(dapr.subscriptions.items())
    ]
    if rows:
        yield Markdown("### Subscriptions")
        yield records(rows)


def _routes(dapr: Dapr) -> Iterator[Markdown]:
    if dapr.invocation is not None:
        urls = dapr.invocation.client("invocation")
        yield Markdown("### Service Invocation")
        yield records(
            [
                {"Application": code(app), "Address": code(address), "URL at the sidecar": code(text_at(urls, app))}
                for app, address in sorted(dapr.invocation.routes.items())
            ]
        )


def _sidecar(dapr: Dapr) -> Iterator[Markdown]:
    if dapr.sidecar is not None:
        yield Markdown("### Annotations of Pods")
        yield fenced((f"{name}: {json.dumps(value)}" for name, value in dapr.sidecar.annotations().items()), "yaml")
