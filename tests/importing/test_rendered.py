"""The objects of a claim."""

from function.base.manifest import at
from function.importing.rendered import rendered
from tests.documents import namespaced, worker
from tests.importing.objects import BUILT_IN


def test_they_are_plain_manifests_in_both_scopes() -> None:
    claims = rendered(namespaced(worker()), BUILT_IN, "claims")
    assert claims is not None
    assert list(claims) == ["ServiceAccount", "Deployment", "Service", "ScaledObject"]
    assert rendered(namespaced(worker()), BUILT_IN, "namespaced") == claims
    assert at(claims["Deployment"], "spec", "template", "spec", "restartPolicy") == "Always"


def test_a_claim_that_is_refused_has_none() -> None:
    assert rendered(namespaced({}), BUILT_IN, "claims") is None
    assert rendered(namespaced(worker(size="x")), BUILT_IN, "claims") is None
