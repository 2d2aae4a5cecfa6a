"""AlertmanagerConfig (monitoring.coreos.com/v1alpha1; v1beta1 needs a conversion webhook)."""

from collections.abc import Sequence
from dataclasses import dataclass

from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="monitoring.coreos.com/v1alpha1", kind="AlertmanagerConfig", plural="alertmanagerconfigs")
_NOBODY = "nobody"
"""The receiver of alerts that no route is for; the operator requires one."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """A label of alerts, and its value."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Route:
    """A receiver, its settings, and the label of alerts with the pattern of the values that it is told of."""

    receiver: str
    settings: Manifest
    label: str
    pattern: str

    def route(self) -> Manifest:
        """Return an item of `routes`; further routes are tried too, because an alert may have several channels."""
        matcher: Json = {"name": self.label, "value": self.pattern, "matchType": "=~"}
        return {"receiver": self.receiver, "continue": True, "matchers": [matcher]}


def manifest(meta: Meta, *, name: str, alerts: Label, routes: Sequence[Route]) -> Manifest:
    """Return the routes and receivers for alerts of the same namespace with a label.

    Without the label, all other alerts of the namespace would go to _NOBODY instead of Alertmanager's default receiver.
    The operator restricts routes to the namespace only if its `alertmanagerConfigMatcherStrategy` says so.
    """
    matchers: Json = [
        {"name": label, "value": value, "matchType": "="}
        for label, value in (("namespace", meta.namespace), (alerts.name, alerts.value))
    ]
    receivers: Json = [{"name": _NOBODY}, *({"name": route.receiver, **route.settings} for route in routes)]
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "route": {
                "receiver": _NOBODY,
                "groupBy": ["alertname", "namespace"],
                "matchers": matchers,
                "routes": [route.route() for route in routes],
            },
            "receivers": receivers,
        },
    }
