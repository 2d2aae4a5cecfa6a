"""PrometheusRule (monitoring.coreos.com/v1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="monitoring.coreos.com/v1", kind="PrometheusRule", plural="prometheusrules")


@dataclass(frozen=True, kw_only=True)
class AlertRule:
    """An alert: its expression in PromQL, and the time for which it must hold."""

    alert: str
    expression: str
    lasting: str
    labels: Mapping[str, str]
    annotations: Mapping[str, str]

    def rule(self) -> Manifest:
        """Return an item of `rules`."""
        return {
            "alert": self.alert,
            "expr": self.expression,
            "for": self.lasting,
            "labels": dict(self.labels),
            "annotations": dict(self.annotations),
        }


def manifest(meta: Meta, *, name: str, rules: Sequence[AlertRule]) -> Manifest:
    """Return the alerts as one group."""
    listed: Json = [rule.rule() for rule in rules]
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {"groups": [{"name": name, "rules": listed}]},
    }
