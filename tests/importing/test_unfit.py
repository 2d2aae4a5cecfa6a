"""The messages about what does not fit."""

from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.importing.rejected import Rejected
from function.importing.unfit import Unfit, unfit
from tests.importing.objects import deployment, other


def found(given: Manifest, made: Manifest, *rejected: Rejected) -> list[Unfit]:
    return list(unfit("Deployment", {"Deployment": given}, {"Deployment": made}, rejected))


def messages(given: Manifest, made: Manifest, *rejected: Rejected) -> list[str]:
    return [str(part.problem) for part in found(given, made, *rejected)]


def test_labels_are_one_entry() -> None:
    given: Manifest = {"metadata": {"labels": {"a": "1", "b": "2"}, "annotations": {"c": "3"}}}
    found = messages(given, {"metadata": {"labels": {"a": "0"}}})
    assert [text.partition(":")[0] for text in found] == ["metadata.labels", "metadata.annotations"]


def test_numbers_are_shown_and_texts_are_not() -> None:
    (number,) = messages({"spec": {"minReadySeconds": 5}}, {"spec": {"minReadySeconds": 0}})
    assert number.startswith("spec.minReadySeconds: is 0 in a claim; got 5. Hint: ")
    (text,) = messages({"spec": {"x": "CANARY"}}, {"spec": {"x": "CANARY too"}})
    assert text.startswith("spec.x: has another value in a claim. Hint: ")


def test_a_label_of_the_platform_has_its_own_hint() -> None:
    given: Manifest = {"spec": {"template": {"metadata": {"labels": {"app.kubernetes.io/name": "a"}}}}}
    made: Manifest = {"spec": {"template": {"metadata": {"labels": {"app.kubernetes.io/name": "b"}}}}}
    assert messages(given, made)[0].endswith("Hint: the platform sets this label")


def test_why_the_api_rejects_a_field_is_told() -> None:
    problem = Problem(path="spec.securityContext.runAsUser", message="must be at least 1", code="EP105")
    rejected = Rejected(problem, ("spec", "securityContext", "runAsUser"), 0)
    (part,) = found({"spec": {"runAsUser": 0}}, {"spec": {}}, rejected)
    assert str(part.problem) == "spec.runAsUser: does not fit into a claim: must be at least 1"
    assert part.reasons == (rejected,)
    (part,) = found({"spec": {"runAsGroup": 0}}, {"spec": {}}, rejected)
    assert "at least" not in part.problem.message
    assert part.reasons == ()


def of_variables(*variables: Json) -> Manifest:
    return {"spec": {"template": {"spec": {"containers": [{"name": "main", "env": variables}]}}}}


def test_a_variable_that_a_later_one_overrides_is_the_one_that_does_not_fit() -> None:
    first, second = {"name": "A", "value": "1"}, {"name": "A", "value": "2"}
    (text,) = messages(of_variables(first, second), of_variables(second))
    assert text == (
        "spec.template.spec.containers[0].env[0]: does not fit into a claim: names of environment variables must be "
        "unique. Hint: remove it, a later variable of the same name overrides it"
    )


def autoscaler(**spec: Json) -> list[str]:
    manifest = other("autoscaling/v2", "HorizontalPodAutoscaler", **spec)
    given = {"Deployment": deployment(), "HorizontalPodAutoscaler": manifest}
    return [part.problem.path for part in unfit("HorizontalPodAutoscaler", given, {}, ())]


def test_of_an_autoscaler_metrics_and_behavior_may_not_fit() -> None:
    cpu: Manifest = {"resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 5}}}
    down: Manifest = {"stabilizationWindowSeconds": 5, "policies": []}
    assert autoscaler(metrics=[cpu], behavior={"scaleDown": {"stabilizationWindowSeconds": 5}}) == []
    assert autoscaler(metrics=[{"type": "Pods"}, cpu], behavior={"scaleDown": down, "scaleUp": {"x": 1}}) == [
        "spec.metrics[0]",
        "spec.behavior.scaleDown.policies",
        "spec.behavior.scaleUp.x",
    ]


def test_an_autoscaler_beside_a_scaled_object_does_not_fit() -> None:
    given: dict[str, Manifest] = {"ScaledObject": {}, "HorizontalPodAutoscaler": {}}
    (found,) = unfit("HorizontalPodAutoscaler", given, {}, ())
    assert (found.problem.path, found.problem.code) == ("", "EP802")
    assert "KEDA creates one" in found.problem.message


def test_every_field_of_a_metric_and_of_the_target_counts() -> None:
    target: Manifest = {"type": "Utilization", "averageUtilization": 50, "value": "1"}
    metric: Manifest = {"type": "Resource", "resource": {"name": "cpu", "target": target, "selector": {"a": "b"}}}
    spec: Manifest = {"scaleTargetRef": {"kind": "Deployment", "name": "web", "uid": "1"}, "metrics": [metric]}
    autoscaler = {**other("autoscaling/v2", "HorizontalPodAutoscaler", **spec), "data": {"a": "b"}}
    given = {"Deployment": deployment(), "HorizontalPodAutoscaler": autoscaler}
    assert [part.problem.path for part in unfit("HorizontalPodAutoscaler", given, {}, ())] == [
        "data",
        "spec.scaleTargetRef.uid",
        "spec.metrics[0].resource.target.value",
        "spec.metrics[0].resource.selector",
    ]


def test_nothing_else_of_an_autoscaler_fits() -> None:
    autoscaler = other("autoscaling/v1", "HorizontalPodAutoscaler", maxReplicas=3, typo=1)
    autoscaler["metadata"] = {"name": "web", "namespace": "shop", "labels": {"a": "b"}, "annotations": {"c": "d"}}
    given = {"Deployment": deployment(), "HorizontalPodAutoscaler": autoscaler}
    found = [part.problem.path for part in unfit("HorizontalPodAutoscaler", given, {}, ())]
    assert found == ["metadata.labels", "metadata.annotations", "spec.typo"]


def test_an_object_that_a_claim_does_not_make_is_one_entry() -> None:
    (part,) = unfit("PodMonitor", {"PodMonitor": {"spec": {"a": 1}}}, {}, ())
    assert (part.problem.code, part.problem.path) == ("EP802", "")
