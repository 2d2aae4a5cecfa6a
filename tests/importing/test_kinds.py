"""Which kinds matter."""

import pytest

from function.base.manifest import Json
from function.importing.kinds import kind_of


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("apps/v1", "Deployment"),
        ("v1", "Service"),
        ("keda.sh/v1alpha1", "ScaledObject"),
        ("policy/v1", "PodDisruptionBudget"),
    ],
)
def test_kinds_of_their_own_groups_matter(version: str, kind: str) -> None:
    assert kind_of({"apiVersion": version, "kind": kind}) == kind


@pytest.mark.parametrize(
    "value",
    [
        {"apiVersion": "serving.knative.dev/v1", "kind": "Service"},
        {"apiVersion": "v1", "kind": "Deployment"},
        {"apiVersion": "v1", "kind": "Secret"},
        {"kind": "Deployment"},
        {"apiVersion": 1, "kind": 2},
        "Deployment",
        None,
        [],
    ],
)
def test_all_others_do_not(value: Json) -> None:
    assert kind_of(value) == ""
