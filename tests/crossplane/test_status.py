"""Observed states through the real reconciler: the same conditions, with pods and Secrets that it fetches itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from function.base.manifest import Json, mapping_at
from tests.crossplane import ours
from tests.crossplane.layout import Case
from tests.crossplane.real import Crossplane
from tests.status.scene import LABELS, State
from tests.status.states import STATES

_KEY = "crossplane.io/composition-resource-name"
WITH_PODS = (
    "recorded-missing-secret",
    "recorded-image-pull-error",
    "recorded-crash-loop",
    "recorded-unschedulable",
    "recorded-idle-at-zero",
    "recorded-fallback",
    "one-bad-pod-of-five",
)
WITH_SECRETS = ("secrets-found", "secrets-key-missing", "secrets-gone-while-serving")


def claim_of(state: State, folder: Path) -> Case:
    """Return the claim behind a state's composite, with the state's settings beside it."""
    spec = {key: value for key, value in mapping_at(state.xr, "spec").items() if key != "claimRef"}
    claim = {
        "apiVersion": state.xr["apiVersion"],
        "kind": "EventDrivenService",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": spec,
    }
    (folder / "claim.yaml").write_text(yaml.safe_dump(claim))
    (folder / "platform.yaml").write_text(yaml.safe_dump(state.platform))
    return Case(folder / "claim.yaml", "eventdrivenservice", "claims")


def observed(state: State) -> list[dict[str, Any]]:
    """Return the composed resources as they would be in the cluster, with name and key."""
    found = []
    for key, made in state.seen().items():
        annotations = {**mapping_at(made, "metadata", "annotations"), _KEY: key}
        found.append(_with(made, name=f"orders-00000-{key}", annotations=annotations))
    return found


def required(state: State) -> list[dict[str, Any]]:
    """Return the pods and Secrets of a state as they would be in the cluster."""
    found = []
    for name, items in (state.required or {}).items():
        for position, item in enumerate(items):
            kind, _, secret = name.partition("/")
            meta: dict[str, Any] = {"namespace": "shop", "name": secret or f"{kind}-{position}"}
            found.append(_with(item, **meta, labels=dict(LABELS)))
    return found


def _with(made: Mapping[str, Json], **metadata: Json) -> dict[str, Any]:
    return {**made, "metadata": {**mapping_at(made, "metadata"), **metadata}}


@pytest.mark.parametrize("name", [*WITH_PODS, *WITH_SECRETS])
def test_the_real_reconciler_gives_the_same_conditions(name: str, crossplane: Crossplane, tmp_path: Path) -> None:
    state = STATES[name]
    needed = required(state)
    rendered = crossplane.render(
        claim_of(state, tmp_path),
        observed=crossplane.write("observed.yaml", *observed(state)),
        required=crossplane.write("required.yaml", *needed) if needed else None,
    )
    expected = {one.type: (one.status, one.reason, one.message) for one in state.outcome().conditions}
    reported = {one["type"]: (one["status"], one["reason"], one["message"]) for one in ours.conditions(rendered[0])}
    assert reported == expected
