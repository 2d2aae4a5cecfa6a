import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from kubernetes_validate import utils

from function.base.manifest import Json, Manifest
from function.base.strategic_merge import MERGE_KEYS, patched
from tests.schemas.validators import KUBERNETES

DEPLOYMENT: Manifest = {
    "kind": "Deployment",
    "metadata": {"name": "a", "labels": {"x": "1"}},
    "spec": {
        "template": {
            "spec": {
                "containers": [
                    {"name": "main", "image": "a:1", "args": ["a", "b"], "env": [{"name": "A", "value": "1"}]},
                    {"name": "side", "image": "b:1"},
                ],
                "tolerations": [{"key": "a"}],
                "securityContext": {"runAsUser": 1000},
            }
        }
    },
}


def pod(**fields: Json) -> Manifest:
    return {"spec": {"template": {"spec": fields}}}


def containers(*change: Json) -> Json:
    spec: Any = patched(DEPLOYMENT, pod(containers=list(change)))["spec"]
    found: Json = spec["template"]["spec"]["containers"]
    return found


MAIN: Manifest = {"name": "main", "image": "a:1", "args": ["a", "b"], "env": [{"name": "A", "value": "1"}]}
SIDE: Manifest = {"name": "side", "image": "b:1"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": "main", "image": "c:1"}, [{**MAIN, "image": "c:1"}, SIDE]),
        ({"name": "new", "image": "c:1"}, [MAIN, SIDE, {"name": "new", "image": "c:1"}]),
        ({"name": "side", "$patch": "delete"}, [MAIN]),
        ({"name": "absent", "$patch": "delete"}, [MAIN, SIDE]),
        ({"name": "main", "args": ["c"]}, [{**MAIN, "args": ["c"]}, SIDE]),
        (
            {"name": "main", "env": [{"name": "B", "value": "2"}]},
            [{**MAIN, "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]}, SIDE],
        ),
        ({"name": "main", "env": [{"name": "A", "$patch": "delete"}]}, [{**MAIN, "env": []}, SIDE]),
        (
            {"name": "main", "env": [{"name": "A", "value": "3"}]},
            [{**MAIN, "env": [{"name": "A", "value": "3"}]}, SIDE],
        ),
    ],
)
def test_lists_with_a_merge_key_are_merged(change: Json, expected: Json) -> None:
    assert containers(change) == expected


@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({"tolerations": [{"key": "b"}]}, "tolerations", [{"key": "b"}]),
        ({"tolerations": []}, "tolerations", []),
        ({"securityContext": {"fsGroup": 5}}, "securityContext", {"runAsUser": 1000, "fsGroup": 5}),
        ({"securityContext": {"$patch": "delete"}}, "securityContext", None),
        ({"nodeSelector": {"a": "b"}}, "nodeSelector", {"a": "b"}),
        ({"volumes": [{"name": "tmp", "emptyDir": {}}]}, "volumes", [{"name": "tmp", "emptyDir": {}}]),
    ],
)
def test_maps_are_merged_and_other_lists_are_replaced(fields: dict[str, Json], field: str, expected: Json) -> None:
    spec: Any = patched(DEPLOYMENT, pod(**fields))["spec"]
    assert spec["template"]["spec"].get(field) == expected


def test_nothing_is_changed_in_place() -> None:
    before = deepcopy(DEPLOYMENT)
    patched(DEPLOYMENT, pod(containers=[{"name": "main", "image": "z"}], securityContext={"runAsUser": 1}))
    assert before == DEPLOYMENT


def test_the_order_of_the_manifest_stays() -> None:
    made = patched(DEPLOYMENT, {"metadata": {"labels": {"y": "2"}}})
    assert json.dumps(list(made)) == json.dumps(list(DEPLOYMENT))


@pytest.mark.parametrize("patch", [{"labels": {"x": {"$patch": "delete"}}}, {"annotations": {}}])
def test_no_empty_labels_and_annotations_are_left(patch: Json) -> None:
    assert patched({**DEPLOYMENT, "metadata": {"name": "a"}}, {"metadata": patch})["metadata"] == {"name": "a"}


def test_a_kind_without_merge_keys_replaces_lists() -> None:
    custom: Manifest = {"kind": "ScaledObject", "metadata": {"name": "a"}, "spec": {"triggers": [{"type": "cpu"}]}}
    assert patched(custom, {"spec": {"triggers": [{"type": "cron"}]}})["spec"] == {"triggers": [{"type": "cron"}]}


@cache
def definitions() -> Any:
    """Return Kubernetes' OpenAPI."""
    name = f"kubernetes-json-schema/v{KUBERNETES}.0-local-strict/_definitions.json"
    return utils.schema_contents(name, KUBERNETES)["$defs"]


def merge_keys(name: str, path: str, above: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield each list with a merge key in Kubernetes' OpenAPI, and the key."""
    for field, schema in definitions()[name].get("properties", {}).items():
        here = f"{path}.{field}" if path else field
        if key := schema.get("x-kubernetes-patch-merge-key"):
            yield here, key
        reference = schema.get("$ref") or (schema.get("items") or {}).get("$ref") or ""
        below = reference.rpartition("/")[2]
        if below and below not in above:
            yield from merge_keys(below, here, (*above, name))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Deployment", "io.k8s.api.apps.v1.Deployment"),
        ("Service", "io.k8s.api.core.v1.Service"),
        ("ServiceAccount", "io.k8s.api.core.v1.ServiceAccount"),
        ("NetworkPolicy", "io.k8s.api.networking.v1.NetworkPolicy"),
        ("PodDisruptionBudget", "io.k8s.api.policy.v1.PodDisruptionBudget"),
        ("ConfigMap", "io.k8s.api.core.v1.ConfigMap"),
    ],
)
def test_the_merge_keys_are_those_of_kubernetes(kind: str, name: str) -> None:
    unset = ("status.", "metadata.", "spec.template.metadata.", "spec.template.spec.ephemeralContainers")
    wanted = {
        path: key
        for path, key in merge_keys(name, "")
        if not path.startswith(unset) and not path.endswith(".ownerReferences")
    }
    assert MERGE_KEYS.get(kind, {}) == wanted
