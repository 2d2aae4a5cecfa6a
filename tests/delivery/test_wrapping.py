from dataclasses import replace

import pytest

from function.base.identity import Identity, Scope
from function.base.manifest import Json, Manifest
from function.delivery.live import orphaned
from function.delivery.resource import Resource
from function.delivery.wrapping import wrap
from function.platform.config import PlatformConfig
from function.readiness import DEFAULT
from function.readiness.deployment import readiness
from tests.support import look

META: Json = {"name": "orders", "namespace": "shop"}
DEPLOYMENT = Resource("deployment", {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": META}, readiness(2))
SERVICE = Resource("service", {"apiVersion": "v1", "kind": "Service", "metadata": META})
ELSEWHERE = Resource("topic", {"apiVersion": "v1", "kind": "Topic", "metadata": {"name": "a", "namespace": "kafka"}})


def composed(resource: Resource, scope: Scope = "claims", **settings: Json) -> Manifest:
    composite = Identity(scope=scope, name="orders", namespace="shop")
    return wrap(resource, composite, PlatformConfig.model_validate(settings))


def test_the_object_of_the_claims_scope() -> None:
    made = composed(SERVICE)
    assert list(made) == ["apiVersion", "kind", "spec"]
    assert made == {
        "apiVersion": "kubernetes.crossplane.io/v1alpha2",
        "kind": "Object",
        "spec": {
            "forProvider": {"manifest": SERVICE.manifest},
            "readiness": {"policy": "SuccessfulCreate"},
            "providerConfigRef": {"name": "kubernetes-provider"},
        },
    }


def test_the_object_of_the_namespaced_scope() -> None:
    assert composed(SERVICE, "namespaced") == {
        "apiVersion": "kubernetes.m.crossplane.io/v1alpha1",
        "kind": "Object",
        "spec": {
            "forProvider": {"manifest": SERVICE.manifest},
            "readiness": {"policy": "SuccessfulCreate"},
            "providerConfigRef": {"kind": "ClusterProviderConfig", "name": "kubernetes-provider"},
        },
    }


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_crossplane_names_the_object(scope: Scope) -> None:
    assert "metadata" not in composed(SERVICE, scope)


def test_direct_delivery_adds_nothing() -> None:
    made = composed(DEPLOYMENT, "namespaced", delivery="direct", objects={"watch": True})
    assert made == DEPLOYMENT.manifest


@pytest.mark.parametrize("resource", [ELSEWHERE, replace(SERVICE, keep=True)], ids=["another namespace", "to be kept"])
def test_what_crossplane_would_move_or_delete_is_wrapped_all_the_same(resource: Resource) -> None:
    made = composed(resource, "namespaced", delivery="direct")
    assert made["kind"] == "Object"
    assert look(made, "spec.forProvider.manifest") == resource.manifest


def test_what_is_to_be_kept_outlives_its_object() -> None:
    kept = replace(SERVICE, keep=True)
    assert look(composed(kept), "spec.deletionPolicy") == "Orphan"
    assert orphaned(composed(kept))
    assert look(composed(kept, "namespaced"), "spec.managementPolicies") == [
        "Observe",
        "Create",
        "Update",
        "LateInitialize",
    ]
    assert orphaned(composed(kept, "namespaced"))
    assert not orphaned(composed(SERVICE))


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
@pytest.mark.parametrize("keep", [False, True])
def test_what_may_belong_to_somebody_else_is_created_if_it_is_absent_and_else_left_alone(
    scope: Scope, keep: bool
) -> None:
    made = composed(replace(SERVICE, keep=keep, create_only=True), scope)
    assert look(made, "spec.managementPolicies") == ["Observe", "Create"]
    assert orphaned(made)
    assert look(made, "spec.deletionPolicy") == ("Orphan" if keep and scope == "claims" else None)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("claims", {"name": "edge"}), ("namespaced", {"kind": "ProviderConfig", "name": "edge"})],
)
def test_the_provider_config_is_the_platforms(scope: Scope, expected: Json) -> None:
    made = composed(SERVICE, scope, providerConfig={"name": "edge", "kind": "ProviderConfig"})
    assert look(made, "spec.providerConfigRef") == expected


@pytest.mark.parametrize(
    ("resource", "watch", "expected"),
    [(DEPLOYMENT, True, True), (DEPLOYMENT, False, None), (SERVICE, True, None), (SERVICE, False, None)],
)
def test_deployments_alone_are_watched(resource: Resource, watch: bool, expected: bool | None) -> None:
    assert look(composed(resource, objects={"watch": watch}), "spec.watch") == expected


def test_the_readiness_is_the_kinds_own() -> None:
    made = look(composed(DEPLOYMENT), "spec.readiness")
    assert made == DEPLOYMENT.readiness.policy
    assert made is not DEPLOYMENT.readiness.policy


@pytest.mark.parametrize(("live", "expected"), [({}, False), (None, False), (SERVICE.manifest, True)])
def test_other_kinds_are_ready_once_they_exist(live: Json, expected: bool) -> None:
    assert SERVICE.readiness is DEFAULT
    assert DEFAULT.ready(live) == expected
