"""Labels that cannot be required, and which of them a finding points at."""

import pytest

from function.base.problems import Place
from function.base.validation import parse
from function.platform.labels import Labels

OURS = ["kubernetes.io", "app.kubernetes.io/name", "k8s.io/x", "xk8s.io/x"]


@pytest.mark.parametrize("key", OURS)
def test_labels_of_kubernetes_cannot_be_required(key: str) -> None:
    (problem,) = parse(Labels, {"required": ["team", key, "k8s.io/later"]}, "spec.labels")[1]
    assert problem.path == "spec.labels.required"
    assert problem.place == Place("spec.labels.required[1]")


@pytest.mark.parametrize("key", ["team", "example.org/kubernetes.io", "kubernetes.io.example.org/team"])
def test_other_labels_can(key: str) -> None:
    assert parse(Labels, {"required": [key]}, "spec.labels")[1] == []
