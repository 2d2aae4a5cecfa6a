"""Claims with a variable, and what Crossplane answers about the objects with its value."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, binding, composite, topic
from tests.leaves import replaced

ENV = "variables/configmap/shop/env"
SHARED = "variables/environmentconfig/shared"
DOCUMENT = "existing/document"
SOURCES: Json = [{"kind": "ConfigMap", "name": "env"}, {"kind": "EnvironmentConfig", "name": "shared"}]
SETTINGS = replaced(PLATFORM, "spec.variables", {"sources": SOURCES})
BROKERS = "main-kafka-bootstrap.kafka.svc:9093"

Found = Mapping[str, Sequence[Mapping[str, Json]]]


def claim(**fields: Json) -> Manifest:
    """Return a composite with a topic that is a variable."""
    return composite(binding(streams={"orders": topic("${TOPIC}", **fields)}))


def answer(document: Manifest, required: Found | None, settings: Manifest = SETTINGS) -> Outcome:
    """Return the answer when that is known."""
    return render(Request(xr=document, platform=settings, required=required))


def found(env: Json, shared: Json = None) -> Found:
    """Return both objects with these values; no document exists yet."""
    return {ENV: [{"data": env}], SHARED: [{"data": shared or {}}], DOCUMENT: []}
