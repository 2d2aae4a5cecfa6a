"""What a cluster has of the claims in a tree: which lists are read, and what makes them unusable."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from function.base.identity import Scope
from function.base.manifest import Json, Manifest
from function.check.platform import Platform, load
from function.check.tree import Tree
from function.cli.kubectl import ClusterError, Kubectl
from function.cli.live import live
from function.delivery.live import KEY
from function.plan.claims import ClaimId
from tests.cli.cluster import listed, program
from tests.cli.conftest import OWN
from tests.documents import GROUP, worker

CLAIM = ClaimId("shop", "EventDrivenService", "orders")
CLAIMS = "/apis/platform.bizmatters.io/v1alpha1/namespaces/shop/eventdrivenservices"
OBJECTS = "/apis/kubernetes.crossplane.io/v1alpha2/objects?labelSelector=crossplane.io%2Fclaim-namespace%3Dshop"
LABELED = "?labelSelector=crossplane.io%2Fcomposite"
DEPLOYMENTS = f"/apis/apps/v1/namespaces/shop/deployments{LABELED}"
SERVICES = f"/api/v1/namespaces/shop/services{LABELED}"
IN_NAMESPACE = f"/apis/kubernetes.m.crossplane.io/v1alpha1/namespaces/shop/objects{LABELED}"
OF_CLAIM: Json = {"crossplane.io/claim-name": "orders", "crossplane.io/claim-namespace": "shop"}
OF_COMPOSITE: Json = {"crossplane.io/composite": "orders"}


def claims(*names: str, kind: str = "EventDrivenService", **spec: Json) -> Json:
    items: list[Manifest] = [
        {"metadata": {"name": name, "namespace": "shop"}, "spec": {**worker(), **spec}} for name in names
    ]
    return listed(items, GROUP, kind)


def composed(key: str, labels: Json) -> Manifest:
    return {"metadata": {"name": f"orders-{key}", "namespace": "shop", "labels": labels, "annotations": {KEY: key}}}


def read(
    folder: Path,
    answers: Mapping[str, Json],
    *wanted: ClaimId,
    scope: Scope = "claims",
    platform: Platform | None = None,
) -> Tree:
    cluster = Kubectl(program=str(program(folder, answers)), flags=(), seconds=60, instead="as OLD")
    return live(wanted or [CLAIM], platform or load(None), scope, cluster)


def test_a_claim_has_its_objects(tmp_path: Path) -> None:
    items = [composed("deployment", OF_CLAIM), composed("service", OF_CLAIM), composed("foreign", OF_CLAIM)]
    found = read(
        tmp_path, {CLAIMS: claims("orders"), OBJECTS: listed(items, "kubernetes.crossplane.io/v1alpha2", "Object")}
    )
    assert found.claims.keys() == {CLAIM}
    assert found.composed[CLAIM].keys() == {"deployment", "service"}
    assert {manifest["kind"] for manifest in found.composed[CLAIM].values()} == {"Object"}


def test_other_claims_do_not_count(tmp_path: Path) -> None:
    answers = {CLAIMS: claims("orders", "billing", "other")}
    billing = CLAIM._replace(name="billing")
    assert read(tmp_path, answers, CLAIM, billing).claims.keys() == {CLAIM, billing}
    assert read(tmp_path, answers, CLAIM._replace(name="new")) == Tree({}, {})


def test_without_claims_nothing_is_read(tmp_path: Path) -> None:
    cluster = Kubectl(program=str(tmp_path / "none"), flags=(), seconds=60, instead="as OLD")
    assert live([], load(None), "claims", cluster) == Tree({}, {})


def test_a_composite_has_what_it_refers_to(tmp_path: Path) -> None:
    references: list[Json] = [
        {"apiVersion": "apps/v1", "kind": "Deployment", "name": "orders"},
        {"apiVersion": "v1", "kind": "Service", "name": "orders"},
        {"apiVersion": "kubernetes.m.crossplane.io/v1alpha1", "kind": "Object", "name": "orders-1"},
        {"apiVersion": "example.org/v1", "kind": "Unknown", "name": "orders"},
        {"kind": "Deployment"},
        "nonsense",
    ]
    answers = {
        CLAIMS: claims("orders", crossplane={"resourceRefs": references}),
        DEPLOYMENTS: listed([composed("deployment", OF_COMPOSITE)], "apps/v1", "Deployment"),
        SERVICES: listed([composed("service", OF_COMPOSITE)], "v1", "Service"),
        IN_NAMESPACE: listed([composed("scaledobject", OF_COMPOSITE)], "kubernetes.m.crossplane.io/v1alpha1", "Object"),
    }
    found = read(tmp_path, answers, scope="namespaced")
    assert {key: item["kind"] for key, item in found.composed[CLAIM].items()} == {
        "deployment": "Deployment",
        "service": "Service",
        "scaledobject": "Object",
    }
    assert found.composed[CLAIM]["deployment"]["apiVersion"] == "apps/v1"


def test_own_names_and_hostile_ones_are_part_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN)
    path = "/apis/apis.example.org/v1alpha1/namespaces/a%2F..%3Fb/workers"
    claim = ClaimId("a/..?b", "Worker", "orders")
    found = read(tmp_path, {path: listed([], "x/v1", "Worker")}, claim, platform=load(str(tmp_path / "own.yaml")))
    assert found == Tree({}, {})


@pytest.mark.parametrize(
    ("answers", "scope", "message"),
    [
        ({}, "claims", "the cluster does not have eventdrivenservices.platform.bizmatters.io. Hint: is it another"),
        ({CLAIMS: None}, "claims", "the cluster refuses to return /apis/"),
        ({CLAIMS: claims("orders"), OBJECTS: None}, "claims", "the cluster refuses to return /apis/"),
        ({CLAIMS: claims("orders"), OBJECTS: []}, "claims", "the cluster's answer to /apis/kubernetes.crossplane.io"),
        ({CLAIMS: [1]}, "claims", "the cluster's answer to /apis/platform.bizmatters.io"),
        ({CLAIMS: 5}, "namespaced", "the cluster's answer to /apis/platform.bizmatters.io"),
        (
            {CLAIMS: claims("orders", crossplane={})},
            "claims",
            "EventDrivenService shop/orders in the cluster is a namespaced composite. Hint: use --scope namespaced",
        ),
        (
            {CLAIMS: claims("orders", resourceRef={"name": "x"})},
            "namespaced",
            "EventDrivenService shop/orders in the cluster is a claim. Hint: use --scope claims",
        ),
    ],
)
def test_what_cannot_be_used_ends_it(tmp_path: Path, answers: Mapping[str, Json], scope: Scope, message: str) -> None:
    with pytest.raises(ClusterError) as error:
        read(tmp_path, answers, scope=scope)
    assert message in error.value.message
