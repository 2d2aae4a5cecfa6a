"""The composite of a claim, as Crossplane's claim controller makes it."""

import pytest

from function.apis.claim import composite_of
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest

API = APIS["EventDrivenService"]


def claim(spec: dict[str, Json] | None = None, **metadata: Json) -> Manifest:
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": "billing", "namespace": "pay", **metadata},
        "spec": spec or {},
    }


@pytest.mark.parametrize(
    "field",
    [
        *("claimRef", "resourceRef", "resourceRefs", "crossplane", "compositeDeletePolicy", "compositionRevisionRef"),
        *("writeConnectionSecretToRef", "publishConnectionDetailsTo"),
    ],
)
def test_what_only_claims_or_crossplane_write_stays_behind(field: str) -> None:
    spec = composite_of(API, claim({field: {"name": "x"}}))["spec"]
    assert spec == {
        "claimRef": {
            "apiVersion": "platform.bizmatters.io/v1alpha1",
            "kind": "EventDrivenService",
            "name": "billing",
            "namespace": "pay",
        }
    }


@pytest.mark.parametrize("field", ["compositionRef", "compositionSelector", "compositionUpdatePolicy"])
def test_the_choice_of_a_composition_goes_along(field: str) -> None:
    spec = composite_of(API, claim({field: {"name": "x"}, "size": "small"}))["spec"]
    assert isinstance(spec, dict)
    assert list(spec) == [field, "size", "claimRef"]


def test_labels_and_annotations_of_kubernetes_stay_behind() -> None:
    kubernetes: dict[str, Json] = {"app.kubernetes.io/part-of": "x", "a.k8s.io/b": "x", "kubernetes.io": "x"}
    made = composite_of(
        API, claim(labels={**kubernetes, "team": "pay"}, annotations={**kubernetes, "example.org/a": "b"})
    )
    assert made["metadata"] == {
        "name": "billing-00000",
        "labels": {"team": "pay", "crossplane.io/claim-name": "billing", "crossplane.io/claim-namespace": "pay"},
        "annotations": {"example.org/a": "b"},
    }


def test_no_annotations_are_no_empty_annotations() -> None:
    made = composite_of(API, claim(uid="x", annotations={"kubectl.kubernetes.io/last-applied-configuration": "{}"}))
    assert made["metadata"] == {
        "name": "billing-00000",
        "labels": {"crossplane.io/claim-name": "billing", "crossplane.io/claim-namespace": "pay"},
    }


def test_the_kind_is_the_composites() -> None:
    made = composite_of(API, claim())
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made["kind"] == "XEventDrivenService"
