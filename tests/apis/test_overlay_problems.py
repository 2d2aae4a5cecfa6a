import pytest

from function.apis.overlay_problems import problems
from function.base.manifest import Json, Manifest
from function.platform.overlay import Overlay
from tests.documents import platform, worker, xr
from tests.support import assert_refused

KINDS = ("Deployment", "Service", "ServiceAccount")
OTHER = "an overlay can set only metadata and spec"
STRUCTURE = "must be an object, and cannot be removed"
DELETE: Json = {"$patch": "delete"}


def pod(fields: Json) -> Json:
    return {"spec": {"template": {"spec": fields}}}


def found(*patches: Json, kinds: tuple[str, ...] = ("Deployment",)) -> list[tuple[str, str]]:
    overlays = [
        Overlay.model_validate({"name": f"o{position}", "kinds": list(kinds), "patch": patch})
        for position, patch in enumerate(patches)
    ]
    return [(problem.path, problem.message) for problem in problems(overlays, KINDS, "overlays")]


@pytest.mark.parametrize(
    ("patch", "path", "message"),
    [
        ({"kind": "Pod"}, "kind", OTHER),
        ({"apiVersion": "v1"}, "apiVersion", OTHER),
        ({"data": {}}, "data", OTHER),
        ({"secrets": []}, "secrets", OTHER),
        ({"metadata": {"name": "x"}}, "metadata.name", "an overlay can set only labels and annotations"),
        ({"metadata": {"namespace": "x"}}, "metadata.namespace", "an overlay can set only labels and annotations"),
        (
            {"metadata": {"labels": {"app.kubernetes.io/name": "x"}}},
            "metadata.labels.app.kubernetes.io/name",
            "this label identifies the object",
        ),
        (
            {"spec": {"template": {"metadata": {"labels": {"app.kubernetes.io/component": DELETE}}}}},
            "spec.template.metadata.labels.app.kubernetes.io/component",
            "this label identifies the object",
        ),
        ({"spec": {"selector": {}}}, "spec.selector", "an overlay cannot set this field, which selects pods"),
        ({"spec": {"podSelector": {}}}, "spec.podSelector", "an overlay cannot set this field, which selects pods"),
        (
            {"spec": {"replicas": 2}},
            "spec.replicas",
            "an overlay cannot set this field, which belongs to the autoscaler",
        ),
        (
            {"spec": {"scaleTargetRef": {"name": "x"}}},
            "spec.scaleTargetRef",
            "an overlay cannot set this field, which names another object",
        ),
        (
            pod({"serviceAccountName": "x"}),
            "spec.template.spec.serviceAccountName",
            "an overlay cannot set this field, which names another object",
        ),
        ({"spec": 5}, "spec", STRUCTURE),
        ({"spec": DELETE}, "spec", STRUCTURE),
        ({"metadata": DELETE}, "metadata", STRUCTURE),
        ({"spec": {"template": DELETE}}, "spec.template", STRUCTURE),
        (pod(DELETE), "spec.template.spec", STRUCTURE),
        (pod({"containers": DELETE}), "spec.template.spec.containers", "must be a list, and cannot be removed"),
        (
            pod({"containers": [{"name": "main", "$patch": "delete"}]}),
            "spec.template.spec.containers",
            "the main container cannot be removed",
        ),
        (
            pod({"containers": [{"image": "x"}]}),
            "spec.template.spec.containers[0]",
            "an item of this list requires name, by which it is merged",
        ),
        (
            pod({"tolerations": {"$patch": "replace"}}),
            "spec.template.spec.tolerations.$patch",
            "the only directive is $patch: delete",
        ),
        (
            pod({"$setElementOrder/containers": []}),
            "spec.template.spec.$setElementOrder/containers",
            "the only directive is $patch: delete",
        ),
    ],
)
def test_what_an_overlay_must_not_do(patch: Json, path: str, message: str) -> None:
    assert found(patch) == [(f"overlays[0].patch.{path}", message)]


@pytest.mark.parametrize(
    ("patch", "kind"),
    [
        ({"metadata": {"annotations": {"a": "b"}, "labels": {"team": "x"}}}, "Service"),
        ({"automountServiceAccountToken": False}, "ServiceAccount"),
        (pod({"securityContext": DELETE, "containers": [{"name": "main", "env": [{"name": "A"}]}]}), "Deployment"),
        (
            pod({"volumes": [{"name": "a", "emptyDir": {}}], "containers": [{"name": "b", "$patch": "delete"}]}),
            "Deployment",
        ),
        ({"spec": {"type": "NodePort", "ports": [{"port": 8080, "nodePort": 30000}]}}, "Service"),
    ],
)
def test_what_it_may(patch: Json, kind: str) -> None:
    assert found(patch, kinds=(kind,)) == []


def test_kinds_that_are_not_emitted() -> None:
    assert found({}, kinds=("Deploymnt", "Pod")) == [
        (
            "overlays[0].kinds[0]",
            "must be one of [Deployment, Service, ServiceAccount], got 'Deploymnt'; did you mean 'Deployment'?",
        ),
        ("overlays[0].kinds[1]", "must be one of [Deployment, Service, ServiceAccount], got 'Pod'"),
    ]


WRONG: list[tuple[Manifest, str]] = [
    ({"name": "a", "kinds": [], "patch": {}}, "[0].kinds: must have at least 1 item(s)"),
    ({"name": "a", "kinds": ["Deployment"]}, "[0].patch: required field missing"),
    (
        {"name": "a", "kinds": ["Deployment"], "patch": {}, "match": [{"field": "namespace", "operator": "In"}]},
        "[0].match[0].values: required with In and NotIn; not accepted with Exists",
    ),
    (
        {"name": "a", "kinds": ["Deployment"], "patch": {}, "match": [{"field": "name", "operator": "Exists"}]},
        ("[0].match[0].field: must be namespace, labels.<key>, or a field of the claim such as spec.size; got 'name'"),
    ),
    ({"name": "a", "kinds": ["Deployment"], "patch": {"kind": "Pod"}}, f"[0].patch.kind: {OTHER}"),
]


@pytest.mark.parametrize(("overlay", "text"), WRONG)
def test_wrong_overlays_stop_everything(overlay: Manifest, text: str) -> None:
    assert_refused(xr(worker()), f"PlatformConfig.spec.overlays{text}", platform(overlays=[overlay]))


def test_names_are_unique() -> None:
    twice: Json = [{"name": "a", "kinds": ["Service"], "patch": {}}] * 2
    text = "PlatformConfig.spec.overlays[1].name: another overlay has this name"
    assert_refused(xr(worker()), text, platform(overlays=twice))
