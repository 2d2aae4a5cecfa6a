import pytest

from function.base.manifest import Json, Manifest
from tests.check.cross.trees import facts_of, found, other, places, service


def keda(target: Json, name: str = "mine", *, namespace: str = "shop") -> Manifest:
    return other("ScaledObject", name, api="keda.sh/v1alpha1", namespace=namespace, spec={"scaleTargetRef": target})


def hpa(target: Json, **metadata: Json) -> Manifest:
    made = other("HorizontalPodAutoscaler", "mine", api="autoscaling/v2", spec={"scaleTargetRef": target})
    return {**made, "metadata": {"name": "mine", "namespace": "shop", **metadata}}


def test_a_second_autoscaler_is_a_warning_at_the_claim() -> None:
    (finding,) = found(service(), keda({"name": "orders"}))
    assert finding.message == (
        "metadata.name: ScaledObject shop/mine (2.yaml:1) scales the Deployment of the claim, which sets its number "
        "of replicas too; got Deployment orders. "
        "Hint: remove it, and list what it scales on under spec.scaling.triggers"
    )
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "scaler",
    [
        keda({"name": "orders", "kind": "Deployment", "apiVersion": "apps/v1"}),
        keda({"name": "orders"}, namespace=""),
        hpa({"name": "orders", "kind": "Deployment"}),
    ],
)
def test_every_kind_of_autoscaler_counts(scaler: Manifest) -> None:
    assert places(scaler, service()) == [("2.yaml", "EP510", "metadata.name", "1.yaml")]


@pytest.mark.parametrize(
    "scaler",
    [
        keda({"name": "orders"}, "orders-scaler"),
        keda({"name": "orders"}, namespace="other"),
        keda({"name": "others"}),
        keda({"name": "orders", "kind": "StatefulSet"}),
        keda({}),
        keda("orders"),
        hpa({"name": "orders"}),
        hpa({"name": "orders", "kind": "StatefulSet"}),
        hpa({"name": "orders", "kind": "Deployment"}, ownerReferences=[{"kind": "ScaledObject"}]),
        other("ScaledJob", api="keda.sh/v1alpha1", spec={"scaleTargetRef": {"name": "orders"}}),
        other("ScaledObject", api="example.org/v1", spec={"scaleTargetRef": {"name": "orders"}}),
    ],
)
def test_what_scales_something_else_is_no_finding(scaler: Manifest) -> None:
    assert found(service(), scaler) == []


def test_a_fixed_number_of_replicas_is_set_by_the_claim_too() -> None:
    fixed = service(scaling={"enabled": False})
    assert places(hpa({"name": "orders", "kind": "Deployment"}), fixed) == [
        ("2.yaml", "EP510", "metadata.name", "1.yaml")
    ]


def test_only_what_names_a_deployment_is_an_autoscaler_of_one() -> None:
    assert len(facts_of(keda({"name": "a"}), hpa({"name": "a"}), other("Secret")).scalers) == 1
