"""Objects are the same by what they are, not by their keys, and each gets one verdict."""

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.plan.difference import Change
from function.plan.objects import planned
from function.plan.verdict import Action


def config(name: str = "a", **data: Json) -> Manifest:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": "n"}, "data": data}


def wrapped(manifest: Manifest, **spec: Json) -> Manifest:
    return {
        "apiVersion": "kubernetes.crossplane.io/v1alpha2",
        "kind": "Object",
        "spec": {**spec, "forProvider": {"manifest": manifest}},
    }


def actions(old: dict[str, Manifest], new: dict[str, Manifest]) -> list[Action]:
    return [plan.action for plan in planned(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {}),
        ({"k": config(x="1")}, {"k": config(x="1")}),
        ({"k": config(x="1")}, {"other": config(x="1")}),
        ({"k": config(x="1")}, {"k": wrapped(config(x="1"))}),
        ({"k": wrapped(config(), readiness={"policy": "a"})}, {"k": wrapped(config(), readiness={"policy": "b"})}),
    ],
)
def test_nothing_happens(old: dict[str, Manifest], new: dict[str, Manifest]) -> None:
    assert actions(old, new) == []


def test_another_name_under_the_same_key_is_another_object() -> None:
    assert actions({"k": config("a")}, {"k": config("b")}) == [Action.CREATE, Action.DELETE]


@pytest.mark.parametrize("kept", [{"deletionPolicy": "Orphan"}, {"managementPolicies": ["Observe", "Create"]}], ids=str)
def test_an_object_whose_target_stays_is_kept(kept: Manifest) -> None:
    assert actions({"k": wrapped(config(), **kept)}, {}) == [Action.KEEP]


@pytest.mark.parametrize("deleted", [{}, {"deletionPolicy": "Delete"}, {"managementPolicies": ["*"]}], ids=str)
def test_any_other_is_deleted(deleted: Manifest) -> None:
    assert actions({"k": wrapped(config(), **deleted)}, {}) == [Action.DELETE]


def deployment(image: str) -> Manifest:
    spec: Manifest = {"template": {"spec": {"containers": [{"name": "main", "image": image}]}}}
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d", "namespace": "n"}, "spec": spec}


def applied_by(manifest: Manifest, **ref: Json) -> Manifest:
    return wrapped(manifest, providerConfigRef=ref)


def test_another_provider_config_may_be_that_of_another_cluster() -> None:
    old, new = applied_by(config(), name="here"), applied_by(config(), name="there")
    (plan,) = planned({"k": old}, {"k": new})
    assert (plan.action, plan.changes) == (
        Action.CHANGE,
        (Change("providerConfigRef.name", "here", "there"),),
    )
    assert plan.note.startswith("another ProviderConfig applies it: in another cluster, it is created there ")
    old, new = applied_by(deployment("a"), name="here"), applied_by(deployment("b"), name="there")
    (plan,) = planned({"k": old}, {"k": new})
    assert plan.action == Action.RESTART
    assert "all pods are replaced; another ProviderConfig" in plan.note


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"name": "a"}, {"name": "a"}),
        ({"name": "a", "kind": "ClusterProviderConfig"}, {"name": "a"}),
        ({"name": "a"}, {}),
    ],
    ids=str,
)
def test_what_the_new_object_does_not_say_of_it_is_no_change(old: Manifest, new: Manifest) -> None:
    assert actions({"k": applied_by(config(), **old)}, {"k": applied_by(config(), **new)}) == []


def paused(composed: Manifest, value: str = "true") -> Manifest:
    return {**composed, "metadata": {"annotations": {"crossplane.io/paused": value}}}


def test_a_paused_object_restarts_nothing_until_it_is_resumed() -> None:
    (plan,) = planned({"k": paused(wrapped(deployment("a")))}, {"k": wrapped(deployment("b"))})
    assert (plan.action, plan.note) == (
        Action.CHANGE,
        "its Object is paused, so this happens only when it is resumed",
    )
    (plan,) = planned({"k": paused(wrapped(deployment("a")))}, {})
    assert (plan.action, plan.note) == (
        Action.DELETE,
        "its Object is paused, so this happens only when it is resumed",
    )


@pytest.mark.parametrize(
    "old",
    [
        paused(wrapped(deployment("a")), "false"),
        paused(wrapped(deployment("a")), "True"),
        {
            **deployment("a"),
            "metadata": {**mapping_at(deployment("a"), "metadata"), **mapping_at(paused({}), "metadata")},
        },
    ],
    ids=["false", "True", "not an Object"],
)
def test_nothing_else_pauses_it(old: Manifest) -> None:
    assert actions({"k": old}, {"k": wrapped(deployment("b"))}) == [Action.RESTART]


def test_a_newer_version_of_the_api_is_a_change_of_the_same_object() -> None:
    old: Manifest = {**config(), "apiVersion": "g/v1", "kind": "K"}
    (plan,) = planned({"k": old}, {"k": {**old, "apiVersion": "g/v2"}})
    assert (plan.action, [change.path for change in plan.changes]) == (Action.CHANGE, ["apiVersion"])
    assert actions({"k": old}, {"k": {**old, "apiVersion": "h/v1"}}) == [Action.CREATE, Action.DELETE]


def test_changes_are_without_credentials() -> None:
    (plan,) = planned({"k": config(**{"db.password": "canary"})}, {"k": config(**{"db.password": "canary2"})})
    assert "canary" not in str(plan)


def test_refusals_come_first_and_deletions_late() -> None:
    service: Manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s"}, "spec": {"clusterIP": "1"}}
    old = {"a": config("a"), "b": config("b", x="1"), "s": service}
    new = {"b": config("b", x="2"), "c": config("c"), "s": {**service, "spec": {"clusterIP": "2"}}}
    assert actions(old, new) == [Action.REFUSE, Action.CREATE, Action.CHANGE, Action.DELETE]
