"""Which objects belong to which Deployment."""

import pytest
import yaml

from function.base.manifest import Manifest
from function.check.load import load_content
from function.importing.workloads import Grouped, grouped
from tests.importing.objects import deployment, other, scaled_object, service


def groups(*objects: Manifest) -> Grouped:
    return grouped(load_content("a.yaml", yaml.safe_dump_all(objects).encode()).resources)


def left(*objects: Manifest) -> list[str]:
    return [why.partition(".")[0] for _, why in groups(*objects).left]


def test_objects_are_found_by_selector_target_and_name() -> None:
    account = {**other("v1", "ServiceAccount"), "spec": None}
    found = groups(
        deployment(pod={"serviceAccountName": "web"}),
        service("any"),
        scaled_object("any"),
        account,
        other("policy/v1", "PodDisruptionBudget", "any", selector={"matchLabels": {"app": "web"}}),
        other("autoscaling/v2", "HorizontalPodAutoscaler", "any", scaleTargetRef={"kind": "Deployment", "name": "web"}),
    )
    assert (found.left, found.skipped) == ((), 0)
    assert [sorted(workload.objects) for workload in found.workloads] == [
        ["Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget", "ScaledObject", "Service", "ServiceAccount"]
    ]


def test_several_deployments_have_their_own_objects() -> None:
    one, two = deployment(name="one"), deployment(name="two")
    found = groups(one, service("second", selector={"app": "two"}), two, service("first", selector={"app": "one"}))
    names = [
        {kind: resource.manifest["metadata"]["name"] for kind, resource in workload.objects.items()}  # type: ignore[index, call-overload]  # JSON
        for workload in found.workloads
    ]
    assert names == [{"Deployment": "one", "Service": "first"}, {"Deployment": "two", "Service": "second"}]


def test_items_of_a_list_count_like_documents() -> None:
    items: Manifest = {"apiVersion": "v1", "kind": "List", "items": [deployment(), service()]}
    assert [len(workload.objects) for workload in groups(items).workloads] == [2]


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("apps/v1", "StatefulSet"),
        ("apps/v1", "DaemonSet"),
        ("apps/v1", "ReplicaSet"),
        ("batch/v1", "CronJob"),
        ("batch/v1beta1", "CronJob"),
        ("batch/v1", "Job"),
        ("v1", "Pod"),
    ],
)
def test_other_kinds_that_run_pods_are_told_by_name(version: str, kind: str) -> None:
    (why,) = [why for _, why in groups(other(version, kind)).left]
    assert why.startswith(f"{kind} 'web' is not imported: it is not a Deployment. Hint: ")


@pytest.mark.parametrize(
    ("version", "kind", "why"),
    [
        ("argoproj.io/v1alpha1", "Rollout", "Rollout 'web' is not imported: it is not a Deployment"),
        ("serving.knative.dev/v1", "Service", "Service 'web' is not imported: it is not a Deployment"),
        (
            "extensions/v1beta1",
            "Deployment",
            "Deployment 'web' is not imported: it is of another API; got 'extensions/v1beta1'",
        ),
    ],
)
def test_kinds_of_other_projects_that_run_pods_are_told_too(version: str, kind: str, why: str) -> None:
    template: Manifest = {"spec": {"containers": [{"image": "a:1"}]}}
    (found,) = [found for _, found in groups(deployment(name="a"), other(version, kind, template=template)).left]
    assert found.startswith(why)


def test_what_the_other_kinds_need_instead_is_told() -> None:
    found = groups(other("batch/v1", "CronJob"), other("apps/v1", "StatefulSet"), other("apps/v1", "DaemonSet"))
    hints = [why.partition("Hint: ")[2] for _, why in found.left]
    assert "a trigger of type cron" in hints[0]
    assert "replace it with one if its pods need neither storage" in hints[1]
    assert "on each node" in hints[2]


@pytest.mark.parametrize(
    "manifest",
    [
        service(selector={"app": "other"}),
        service(selector={}),
        service(selector=None),
        scaled_object(scaleTargetRef={"name": "other"}),
        scaled_object(scaleTargetRef={"name": "web", "kind": "StatefulSet"}),
        scaled_object(scaleTargetRef=None),
        {**service(), "metadata": {"name": "web", "namespace": "other"}},
        {**service(), "metadata": "web"},
    ],
)
def test_what_belongs_to_no_deployment_is_told(manifest: Manifest) -> None:
    assert left(deployment(), manifest) == ["does not belong to a Deployment in the input"]


def test_what_belongs_to_several_is_told() -> None:
    second = deployment()
    second["metadata"] = {"name": "canary", "namespace": "shop"}
    assert left(deployment(), second, service()) == ["belongs to several Deployments"]


def test_a_second_scaled_object_is_told_and_the_one_with_the_name_is_taken() -> None:
    found = groups(deployment(), scaled_object("a"), scaled_object("web"))
    assert [why for _, why in found.left] == [
        "a claim has one ScaledObject, and 'web' belongs to the same Deployment. Hint: remove it"
    ]


@pytest.mark.parametrize(
    "manifest",
    [
        other("serving.knative.dev/v1", "Service"),
        other("v1", "Deployment"),
        other("example.org/v1", "Deployment"),
        other("v1", "ConfigMap"),
        {"kind": "Deployment"},
        {"a": "b"},
    ],
)
def test_other_kinds_are_counted(manifest: Manifest) -> None:
    found = groups(deployment(), manifest)
    assert (found.left, found.skipped) == ((), 1)


@pytest.mark.parametrize(
    ("version", "kind"),
    [("apps/v1", "ReplicaSet"), ("batch/v1", "Job"), ("autoscaling/v2", "HorizontalPodAutoscaler")],
)
def test_what_a_controller_made_is_counted(version: str, kind: str) -> None:
    manifest = other(version, kind, scaleTargetRef={"kind": "Deployment", "name": "web"})
    manifest["metadata"] = {"name": "keda-hpa-web", "namespace": "shop", "ownerReferences": [{"controller": True}]}
    found = groups(deployment(), manifest)
    assert (found.left, found.skipped) == ((), 1)


def test_thousands_of_objects_are_matched_in_time_in_proportion() -> None:
    many = [deployment(name=f"web-{at}") for at in range(300)]
    services = [service(f"web-{at}", selector={"app": f"web-{at}"}) for at in range(300)]
    found = groups(*many, *services)
    assert [len(workload.objects) for workload in found.workloads] == [2] * 300
