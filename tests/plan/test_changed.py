"""Verdicts about single objects."""

import pytest

from function.base.manifest import Json, Manifest
from function.plan.changed import changes, verdict
from function.plan.verdict import Action
from tests.leaves import replaced

DEPLOYMENT: Manifest = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "a", "labels": {"x": "1"}},
    "spec": {
        "replicas": 2,
        "selector": {"matchLabels": {"app": "a"}},
        "template": {"metadata": {"labels": {"app": "a"}}, "spec": {"containers": [{"name": "main", "image": "a:1"}]}},
    },
}
SERVICE: Manifest = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "a"},
    "spec": {"clusterIP": "10.0.0.1"},
}
JOB: Manifest = {
    "apiVersion": "flink.apache.org/v1beta1",
    "kind": "FlinkDeployment",
    "metadata": {"name": "a"},
    "spec": {"image": "a"},
}


def judged(old: Manifest, new: Manifest) -> Action:
    return verdict(new, changes(old, new))[0]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("spec.replicas", 3),
        ("spec.minReadySeconds", 5),
        ("spec.strategy", {"type": "Recreate"}),
        ("spec.templateName", "a"),
        ("metadata.labels{x}", "2"),
    ],
)
def test_pods_go_on_when_the_rest_of_a_deployment_changes(place: str, value: Json) -> None:
    assert judged(DEPLOYMENT, replaced(DEPLOYMENT, place, value)) is Action.CHANGE


def test_replicas_that_are_handed_over_stay_as_they_are() -> None:
    assert changes(DEPLOYMENT, replaced(DEPLOYMENT, "spec.replicas", None)) == []
    assert changes(replaced(DEPLOYMENT, "spec.replicas", None), DEPLOYMENT) != []
    assert changes(JOB, replaced(JOB, "spec.image", None)) != []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("spec.template.spec.containers[0].image", "a:2"),
        ("spec.template.metadata.labels{y}", "2"),
        ("spec.template.metadata", {}),
        ("spec.template.spec.terminationGracePeriodSeconds", 31),
    ],
)
def test_pods_restart_when_the_template_changes(place: str, value: Json) -> None:
    assert judged(DEPLOYMENT, replaced(DEPLOYMENT, place, value)) is Action.RESTART


def test_pods_of_a_paused_deployment_restart_later() -> None:
    paused = replaced(DEPLOYMENT, "spec.paused", new=True)
    action, note = verdict(paused, changes(DEPLOYMENT, replaced(paused, "spec.template.metadata", {})))
    assert action is Action.CHANGE
    assert note == "the Deployment is paused: its pods are replaced when it is resumed"


@pytest.mark.parametrize(
    ("old", "place"),
    [(DEPLOYMENT, "spec.selector.matchLabels{app}"), (DEPLOYMENT, "spec.selector"), (SERVICE, "spec.clusterIP")],
)
def test_immutable_fields_are_refused_whatever_else_changes(old: Manifest, place: str) -> None:
    new = replaced(replaced(old, place, "b"), "metadata.labels", {"b": "c"})
    action, note = verdict(new, changes(old, new))
    assert action is Action.REFUSE
    assert note.endswith("is immutable, so the API server refuses the change")


def test_an_immutable_field_may_be_set_for_the_first_time() -> None:
    assert judged({**SERVICE, "spec": {}}, SERVICE) is Action.CHANGE


def test_other_kinds_have_no_pods_of_their_own() -> None:
    other = {**DEPLOYMENT, "kind": "StreamConsumer"}
    assert judged(other, replaced(other, "spec.template", {})) is Action.CHANGE


def test_a_job_is_upgraded_only_by_its_spec() -> None:
    assert judged(JOB, replaced(JOB, "spec.image", "b")) is Action.UPGRADE
    assert judged(JOB, replaced(JOB, "metadata.labels", {"a": "b"})) is Action.CHANGE
