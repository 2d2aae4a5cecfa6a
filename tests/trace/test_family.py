"""What belongs to a claim, and what only looks as if it did."""

from collections.abc import Mapping
from typing import Any

import pytest

from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.delivery.live import KEY
from function.trace.family import selected
from tests.status.scene import LABELS, deployment
from tests.status.states import STATES
from tests.trace.exports import export, family

CLAIMS, DIRECT = STATES["healthy"], STATES["direct-healthy"]


def relabelled(resource: Manifest, **labels: Json) -> Manifest:
    metadata = mapping_at(resource, "metadata")
    changed = {f"crossplane.io/{name.replace('_', '-')}": value for name, value in labels.items()}
    return {
        **resource,
        "metadata": {**metadata, "name": "other", "labels": {**mapping_at(metadata, "labels"), **changed}},
    }


def keys(documents: list[Manifest]) -> list[str]:
    return [text_at(found, "metadata", "annotations", KEY) for found in family(documents, "orders").composed]


@pytest.mark.parametrize("state", [CLAIMS, DIRECT])
def test_what_is_composed_is_found_by_the_labels_of_crossplane(state: Any) -> None:
    assert keys(export(state)) == ["deployment", "scaledobject", "service", "serviceaccount"]


@pytest.mark.parametrize(
    "labels", [{"claim_name": "other"}, {"claim_namespace": "other"}, {"composite": "orders-other"}]
)
def test_what_a_namesake_composes_is_left_out(labels: Mapping[str, str]) -> None:
    documents = export(CLAIMS)
    assert len(keys([*documents, relabelled(documents[-1], **labels)])) == 4


def test_what_a_composite_of_another_kind_or_namespace_composes_is_left_out() -> None:
    documents = export(DIRECT)
    foreign = relabelled(documents[-1])
    owned = {**mapping_at(foreign, "metadata"), "ownerReferences": [{"kind": "WebService", "name": "orders"}]}
    elsewhere = {**mapping_at(foreign, "metadata"), "namespace": "other"}
    assert len(keys([*documents, {**foreign, "metadata": owned}, {**foreign, "metadata": elsewhere}])) == 4


def test_the_live_object_counts_and_not_what_the_provider_saw() -> None:
    documents = export(CLAIMS)
    found = family(documents, "orders")
    (composed,) = [entry for entry in found.composed if text_at(entry, "metadata", "annotations", KEY) == "deployment"]
    assert text_at(found.live(composed), "kind") == "Deployment"
    now = deployment(replicas=7)
    assert family([*documents, now], "orders").live(composed) == now


@pytest.mark.parametrize("spec", [{}, {"resourceRef": None}, {"resourceRef": "x"}])
def test_a_claim_without_a_composite_has_none(spec: Json) -> None:
    documents = export(CLAIMS)
    found = family([{**documents[0], "spec": spec}, *documents[1:]], "orders")
    assert (found.composite_ref, found.composite) == (None, None)


@pytest.mark.parametrize(
    ("labels", "namespace", "expected"),
    [(LABELS, "shop", True), (LABELS, "other", False), ({}, "shop", False), ({**LABELS, "more": "x"}, "shop", True)],
)
def test_a_deployment_selects_pods_of_its_namespace(labels: Manifest, namespace: str, expected: bool) -> None:
    pod: Manifest = {"metadata": {"labels": labels, "namespace": namespace}}
    assert selected(pod, deployment()) is expected
    assert not selected(pod, {**deployment(), "spec": {}})
