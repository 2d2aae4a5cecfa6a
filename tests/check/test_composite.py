import pytest

from function.base.identity import Scope
from function.base.manifest import Manifest, at
from function.check.composite import composite
from function.check.platform import load
from tests.documents import GROUP, namespaced, worker, xr

CLAIM = namespaced(worker())
NAMELESS: Manifest = {**CLAIM, "metadata": {"name": "orders"}}


def test_a_claim_becomes_the_composite_that_crossplane_creates() -> None:
    found = composite(CLAIM, "claims", load(None))
    assert found["kind"] == "XEventDrivenService"
    assert at(found, "spec", "claimRef", "namespace") == "shop"


def test_a_namespaced_composite_is_itself() -> None:
    assert composite(CLAIM, "namespaced", load(None)) == CLAIM


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_so_is_the_composite_of_a_claim(scope: Scope) -> None:
    assert composite(xr(worker()), scope, load(None)) == xr(worker())


def test_a_missing_namespace_is_the_one_of_kubectl() -> None:
    assert at(composite(NAMELESS, "namespaced", load(None)), "metadata", "namespace") == "default"
    assert at(composite(NAMELESS, "claims", load(None)), "spec", "claimRef", "namespace") == "default"


@pytest.mark.parametrize("other", [{}, {"kind": "ConfigMap"}, {"apiVersion": GROUP, "kind": "Other", "metadata": 1}])
def test_another_object_is_left_alone(other: Manifest) -> None:
    assert composite(other, "claims", load(None)) == other
