"""What a ServiceAccount may do, from its own bindings, those of its groups, and aggregated roles."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.doctor.granted import Account, account, granted
from function.doctor.scan import Scan
from function.trace.inventory import inventory

RULE: Json = {"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}
WORKER = Account("shop", "worker")
BINDING: dict[str, Any] = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRoleBinding",
    "metadata": {"name": "reader"},
    "roleRef": {"kind": "ClusterRole", "name": "reader"},
    "subjects": [{"kind": "ServiceAccount", "name": "worker", "namespace": "shop"}],
}


def role(name: str, **fields: Json) -> Manifest:
    labels: Manifest = {"team": name}
    return {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRole",
        "metadata": {"name": name, "labels": labels},
        **fields,
    }


def rules(*documents: Json) -> list[Json]:
    return list(granted(Scan(inventory=inventory(documents)), WORKER))


def test_the_rules_of_a_bound_role_count() -> None:
    assert rules(BINDING, role("reader", rules=[RULE]), role("other", rules=[RULE])) == [RULE]


def test_a_role_has_the_rules_of_those_that_are_aggregated_to_it() -> None:
    aggregated = role("reader", rules=None, aggregationRule={"clusterRoleSelectors": [{"matchLabels": {"team": "b"}}]})
    assert rules(BINDING, aggregated, role("b", rules=[RULE]), role("c", rules=[RULE])) == [RULE]


@pytest.mark.parametrize(
    "selector",
    [
        None,
        "x",
        {},
        {"matchLabels": {}},
        {"matchLabels": {"team": ["b"]}},
        {"matchLabels": {"team": "b", "more": "x"}},
        {"matchLabels": {"team": "b"}, "matchExpressions": [{"key": "x", "operator": "Exists"}]},
    ],
)
def test_a_selector_that_does_not_match_aggregates_nothing(selector: Json) -> None:
    aggregated = role("reader", aggregationRule={"clusterRoleSelectors": [selector]})
    assert rules(BINDING, aggregated, role("b", rules=[RULE])) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"subjects": None},
        {"subjects": "worker"},
        {"subjects": [None, "worker", {}, {"kind": "ServiceAccount"}]},
        {"subjects": [{"kind": "Group", "name": "system:masters"}]},
        {"roleRef": None},
        {"roleRef": {"kind": "ClusterRole", "name": "missing"}},
    ],
)
def test_a_binding_of_somebody_else_or_to_nothing_grants_nothing(changed: Manifest) -> None:
    assert rules({**BINDING, **changed}, role("reader", rules=[RULE])) == []


@pytest.mark.parametrize(
    ("pod", "name"),
    [({"serviceAccountName": "worker"}, "worker"), ({"serviceAccountName": 1}, "default"), (None, "default")],
)
def test_a_workload_runs_under_an_account_of_its_namespace(pod: Json, name: str) -> None:
    workload: Manifest = {"metadata": {"namespace": "shop"}, "spec": {"template": {"spec": pod}}}
    assert account(workload) == Account("shop", name)
