"""Services and bindings that nobody wrote: whatever the models allow, the same on every run."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from function.base.manifest import mapping_at, text_at
from function.base.request import Request
from function.delivery.live import asked
from function.render import render
from tests.bindings import PLATFORM
from tests.documents import ALLOWED, GROUP, platform
from tests.property.models import DETERMINISTIC, Strategy
from tests.property.strategies import SPECS
from tests.property.test_bindings import BINDINGS
from tools.e2e.sample import sample
from tools.playground.product import ROOT

SETTINGS = platform(**{**mapping_at(PLATFORM, "spec"), "policy": ALLOWED})
"""Those that they are made for."""
SAMPLE = sample(os.environ)
"""Scenarios try one document of this many."""
RESTING = {"minReplicas": 0, "paused": True}
"""The part of `scaling` that all services have in common."""
_TRIED = 400
_NOT_PASSED_ON = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Characters that Crossplane cannot apply, because JSON leaves them as they are and its YAML parser refuses them."""


def services(count: int, namespace: str) -> list[dict[str, Any]]:
    """Return services that all differ; none has more than one pod, and KEDA asks for the lag of none."""
    return _generated("EventDrivenService", count, namespace)


def bindings(count: int, namespace: str) -> list[dict[str, Any]]:
    """Return bindings that have no object in common."""
    return _generated("InfraBinding", count, namespace)


def _generated(kind: str, count: int, namespace: str) -> list[dict[str, Any]]:
    """Generate in a process of its own: Hypothesis also draws from the constants of all modules that are loaded."""
    command = [sys.executable, "-m", "tests.e2e.generated", kind, str(count), namespace]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    documents: list[dict[str, Any]] = json.loads(done.stdout)
    return documents


def _specs_of(kind: str) -> Iterator[dict[str, Any]]:
    if kind == "InfraBinding":
        return _specs(BINDINGS)
    return ({**spec, "scaling": {**spec.get("scaling", {}), **RESTING}} for spec in _specs(SPECS))


def _documents(kind: str, specs: Iterator[dict[str, Any]], count: int, namespace: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    taken: set[tuple[str, ...]] = set()
    while len(found) < count:
        metadata = {"name": f"{kind.lower()}-{len(found):03}", "namespace": namespace}
        document = {"apiVersion": GROUP, "kind": kind, "metadata": metadata, "spec": next(specs)}
        objects = set(_objects(document))
        if objects and not objects & taken:  # what is refused has none
            found.append(document)
            taken |= objects
    return found


def _objects(document: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for composed in render(Request(xr=document, platform=SETTINGS)).resources.values():
        manifest = asked(composed.manifest)
        yield text_at(manifest, "kind"), *(text_at(manifest, "metadata", key) for key in ("namespace", "name"))


def _specs(strategy: Strategy) -> Iterator[dict[str, Any]]:
    """Yield different specs."""
    found: dict[str, dict[str, Any]] = {}

    @settings(DETERMINISTIC, max_examples=_TRIED)
    @given(strategy)
    def collect(spec: dict[str, Any]) -> None:
        text = json.dumps(spec, sort_keys=True, ensure_ascii=False)
        if not _NOT_PASSED_ON.search(text):
            found[text] = spec

    collect()
    yield from found.values()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_documents(sys.argv[1], _specs_of(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
