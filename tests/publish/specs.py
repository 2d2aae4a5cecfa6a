"""The corpus of specs that all judges must see alike, and the documents that they make."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.dapr.resiliency.resiliency import Resiliency
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.registry import APIS
from function.base.problems import join

CORPUS = {
    api.kind: yaml.load(
        (Path(__file__).parent / "corpus" / f"{api.folder}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    for api in APIS.values()
}
MINIMAL: dict[str, dict[str, Any]] = {
    "EventDrivenService": {"image": "ghcr.io/example/orders:1.4.2", "nats": {"stream": "A", "consumer": "b"}},
    "InfraBinding": {"version": "1.0", "environment": "production"},
}
_RULES = [("spec", rule) for api in APIS.values() for rule in api.spec.rules]
_RULES += [("spec.monitoring", rule) for rule in Monitoring.rules]
_RULES += [("spec.dapr", rule) for rule in Dapr.rules]
_RULES += [("spec.dapr.resiliency", rule) for rule in Resiliency.rules]
_INEXACT = [(join(path, rule.field), rule) for path, rule in _RULES if rule.places]


def coarser(text: str, path: str) -> str:
    """Return where an API server reports a rule, whose exact place only the function can name."""
    fields = [field for field, rule in _INEXACT if rule.describe() == text]
    return next((field for field in fields if path.startswith(field)), path)


def document(kind: str, case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document of a case of the corpus."""
    spec = {**MINIMAL[kind], **case["with"]}
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": kind,
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {name: value for name, value in spec.items() if value is not None},
    }
