"""A claim without a namespace gets that of kubectl; one that cannot exist is an error."""

import pytest

from function.base.manifest import Manifest
from function.check.namespace import namespace_problems, with_namespace
from function.check.platform import load


@pytest.mark.parametrize(
    "manifest",
    [
        {"kind": "Pod", "metadata": {"name": "a"}},
        {"kind": "XEventDrivenService", "metadata": {"name": "a"}},
        {"kind": "EventDrivenService", "metadata": {"name": "a", "namespace": "b"}},
        {"kind": "EventDrivenService", "metadata": {"name": "a", "namespace": 3}},
        {"kind": "EventDrivenService", "metadata": []},
        {"kind": "EventDrivenService"},
    ],
)
def test_only_a_claim_that_names_no_namespace_is_given_one(manifest: Manifest) -> None:
    assert with_namespace(manifest, load(None)) is manifest


def test_the_namespace_is_kubectls_and_the_document_stays_as_it_is() -> None:
    claim: Manifest = {"kind": "EventDrivenService", "metadata": {"name": "a"}}
    assert with_namespace(claim, load(None))["metadata"] == {"name": "a", "namespace": "default"}
    assert claim["metadata"] == {"name": "a"}


def problems(namespace: str) -> list[str]:
    claim: Manifest = {"kind": "EventDrivenService", "metadata": {"name": "a", "namespace": namespace}}
    return [f"{problem.code} {problem}" for problem in namespace_problems(claim, load(None))]


@pytest.mark.parametrize("namespace", ["a", "0", "team-1", "a" * 63])
def test_a_namespace_that_can_exist_is_no_problem(namespace: str) -> None:
    assert problems(namespace) == []


@pytest.mark.parametrize("namespace", ["Shop", "shop_1", "-a", "a-", "a.b", "a b", "a\n", "é", "a" * 64])
def test_a_namespace_that_cannot_exist_is_an_error(namespace: str) -> None:
    (message,) = problems(namespace)
    assert message.startswith(
        "EP210 metadata.namespace: a namespace must be 1 to 63 lowercase letters, digits and dash"
    )


@pytest.mark.parametrize("kind", ["EventDrivenService", "InfraBinding"])
def test_no_namespace_is_a_warning(kind: str) -> None:
    (problem,) = namespace_problems({"kind": kind, "metadata": {"name": "a"}}, load(None))
    assert (problem.code, problem.severity) == ("EP302", "warning")


def test_a_cluster_wide_composite_has_none() -> None:
    assert namespace_problems({"kind": "XEventDrivenService", "metadata": {"name": "a"}}, load(None)) == []
