"""Permissions of Crossplane and of provider-kubernetes, as far as roles say."""

from typing import Any

import pytest

from tests.doctor.clusters import REVISION, Cluster, found, healthy, named, only, settings

COMPOSE, OBJECTS = "event-platform:aggregate-to-crossplane", "event-platform:objects"
ACCOUNT = "ServiceAccount crossplane-system/provider-kubernetes of the provider"


def test_without_its_role_crossplane_cannot_compose() -> None:
    cluster = healthy("namespaced")
    del cluster["ClusterRole", COMPOSE]
    assert found(cluster) == [("error", "EP711", "Crossplane"), ("warning", "EP711", "Crossplane")]


def test_with_objects_crossplane_needs_no_role() -> None:
    cluster = healthy()
    del cluster["ClusterRole", COMPOSE]
    assert found(cluster) == []


def test_a_role_that_is_not_aggregated_does_not_count() -> None:
    cluster = healthy("namespaced")
    named(cluster, "ClusterRole", COMPOSE)["metadata"]["labels"] = {}
    assert found(cluster)[0] == ("error", "EP711", "Crossplane")


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_the_diagnosis_of_pods_needs_its_role(scope: str) -> None:
    cluster = healthy("claims" if scope == "claims" else "namespaced")
    del cluster["ClusterRole", "event-platform:diagnose-pods"]
    finding = only(cluster)
    assert (finding.code, finding.severity) == ("EP711", "error")
    assert finding.message.startswith("lacks permissions: pods (get, list, watch). Hint: kubectl apply")


def test_preflights_need_the_role_for_pods_too() -> None:
    cluster = healthy()
    settings(cluster, policy={"preflight": ["connectivity"]})
    assert found(cluster) == []
    del cluster["ClusterRole", "event-platform:diagnose-pods"]
    finding = only(cluster)
    assert (finding.code, finding.severity) == ("EP711", "error")
    assert "package/rbac/preflight.yaml, or empty policy.preflight" in finding.message


def test_a_verb_that_is_missing_is_named() -> None:
    cluster = healthy()
    for rule in named(cluster, "ClusterRole", OBJECTS)["rules"]:
        if "poddisruptionbudgets" in rule["resources"]:
            rule["verbs"] = [verb for verb in rule["verbs"] if verb != "patch"]
    finding = only(cluster)
    assert (finding.code, finding.about) == ("EP712", ACCOUNT)
    assert "poddisruptionbudgets.policy (patch)" in finding.message


@pytest.mark.parametrize(
    "changed", [{"name": "provider-kubernetes-1a2b3c"}, {"namespace": "upbound-system"}, {"kind": "User"}]
)
def test_a_role_that_is_bound_to_somebody_else_does_not_count(changed: dict[str, str]) -> None:
    cluster = healthy()
    named(cluster, "ClusterRoleBinding", OBJECTS)["subjects"][0] |= changed
    assert found(cluster)[0] == ("error", "EP712", ACCOUNT)


def test_the_account_is_the_one_that_the_provider_runs_under() -> None:
    cluster = healthy()
    named(cluster, "Deployment", REVISION)["spec"]["template"]["spec"]["serviceAccountName"] = "other"
    assert found(cluster)[0] == ("error", "EP712", "ServiceAccount crossplane-system/other of the provider")


def test_permissions_for_kinds_that_nobody_may_use_are_a_warning() -> None:
    cluster = healthy()
    for rule in named(cluster, "ClusterRole", OBJECTS)["rules"]:
        rule["resources"] = [name for name in rule["resources"] if name not in ("kafkatopics", "networkpolicies")]
    finding = only(cluster)
    assert (finding.severity, finding.code) == ("warning", "EP712")
    assert "kafkatopics.kafka.strimzi.io" in finding.message
    del cluster["CustomResourceDefinition", "kafkatopics.kafka.strimzi.io"]
    assert "kafkatopics" not in only(cluster).message


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ({"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}, 0),
        ({"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"], "resourceNames": ["orders"]}, 2),
        ({"apiGroups": [""], "resources": ["*"], "verbs": ["*"]}, 2),
    ],
)
def test_wildcards_count_and_single_objects_do_not(rule: dict[str, list[str]], count: int) -> None:
    cluster = healthy()
    named(cluster, "ClusterRole", OBJECTS)["rules"] = [rule]
    assert len(found(cluster)) == count


ADMIN: dict[str, Any] = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRole",
    "metadata": {"name": "cluster-admin"},
    "rules": [
        {"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]},
        {"nonResourceURLs": ["*"], "verbs": ["*"]},
    ],
}


def with_admin(cluster: Cluster, kind: str, name: str, namespace: str = "") -> Cluster:
    """Return the cluster without its own roles, and with cluster-admin bound to a subject."""
    for role in (COMPOSE, OBJECTS, "event-platform:diagnose-pods"):
        cluster.pop(("ClusterRole", role))
    binding = {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": "admin"},
        "roleRef": {"kind": "ClusterRole", "name": "cluster-admin"},
        "subjects": [{"kind": kind, "name": name, **({"namespace": namespace} if namespace else {})}],
    }
    return {**cluster, ("ClusterRole", "cluster-admin"): ADMIN, ("ClusterRoleBinding", "admin"): binding}


@pytest.mark.parametrize(
    "subject",
    [
        *(("Group", "system:serviceaccounts"), ("Group", "system:serviceaccounts:crossplane-system")),
        ("Group", "system:authenticated"),
    ],
)
@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_a_group_that_may_do_everything_is_enough_for_both(scope: str, subject: tuple[str, str]) -> None:
    assert found(with_admin(healthy("claims" if scope == "claims" else "namespaced"), *subject)) == []


@pytest.mark.parametrize(
    "subject",
    [("ServiceAccount", "default", "crossplane-system"), ("User", "system:serviceaccount:crossplane-system:default")],
)
def test_crossplane_may_have_its_permissions_from_any_role(subject: tuple[str, ...]) -> None:
    assert found(with_admin(healthy("namespaced"), *subject)) == []


@pytest.mark.parametrize(
    "subject",
    [
        *(("Group", "system:masters"), ("Group", "system:serviceaccounts:shop")),
        ("Group", "system:serviceaccount:crossplane-system:default"),
        *(("User", "system:serviceaccounts"), ("User", "default")),
        *(("ServiceAccount", "default", "shop"), ("ServiceAccount", "default")),
        ("ServiceAccount", "crossplane", "crossplane-system"),
    ],
)
def test_what_others_may_do_crossplane_may_not(subject: tuple[str, ...]) -> None:
    errors = [finding for finding in found(with_admin(healthy("namespaced"), *subject)) if finding[0] == "error"]
    assert errors == [("error", "EP711", "Crossplane")] * 2


@pytest.mark.parametrize("subject", [("Group", "system:masters"), ("User", "system:serviceaccount:shop:default")])
def test_what_others_may_do_the_provider_may_not(subject: tuple[str, ...]) -> None:
    assert ("error", "EP712", ACCOUNT) in found(with_admin(healthy(), *subject))


@pytest.mark.parametrize("pod", [{}, {"serviceAccountName": ""}, {"serviceAccountName": None}])
def test_a_provider_without_an_account_runs_under_that_of_its_namespace(pod: dict[str, Any]) -> None:
    cluster = healthy()
    named(cluster, "Deployment", REVISION)["spec"]["template"]["spec"] = pod
    assert found(cluster)[0] == ("error", "EP712", "ServiceAccount crossplane-system/default of the provider")
    named(cluster, "ClusterRoleBinding", OBJECTS)["subjects"][0]["name"] = "default"
    assert found(cluster) == []


@pytest.mark.parametrize("unread", ["ClusterRoleBinding", "Deployment"])
def test_without_bindings_and_deployments_it_is_not_known_what_crossplane_may_do(unread: str) -> None:
    cluster = healthy("namespaced")
    del cluster["ClusterRole", COMPOSE]
    rest = {key: document for key, document in cluster.items() if key[0] != unread}
    assert [finding for finding in found(rest, unread) if finding[1] == "EP711"] == []


def test_only_settings_that_ask_for_workspaces_need_the_role_for_them() -> None:
    cluster = healthy()
    del cluster["ClusterRole", "event-platform:terraform"]
    assert found(cluster) == []
    settings(cluster, terraform={"workspaces": True})
    finding = only(cluster)
    assert (finding.severity, finding.code, finding.about) == ("warning", "EP712", ACCOUNT)
    assert "workspaces.tf.m.upbound.io" in finding.message
    assert finding.message.endswith("kubectl apply --server-side -f package/rbac/terraform-objects.yaml")


def test_with_direct_delivery_crossplane_needs_one() -> None:
    cluster = healthy("namespaced")
    del cluster["ClusterRole", "event-platform:compose-terraform"]
    assert found(cluster) == []
    settings(cluster, terraform={"workspaces": True})
    finding = only(cluster)
    assert (finding.severity, finding.code, finding.about) == ("warning", "EP711", "Crossplane")
    assert finding.message.endswith("kubectl apply --server-side -f package/rbac/terraform-compose.yaml")
