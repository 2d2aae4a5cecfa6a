from function.base.manifest import Manifest
from tests.check.cross.trees import found, places, service
from tests.documents import worker, xr

OTHER = {"stream": "B", "consumer": "b"}


def test_the_second_document_of_a_claim_has_the_only_finding() -> None:
    (finding,) = found(service(), service(size="small"))
    assert str(finding) == (
        "2.yaml:4:9: EP508 metadata.name: the same claim is in 1.yaml:4; got 'orders' again. "
        "Hint: remove one of them, or check each environment by itself"
    )


def test_another_name_namespace_or_kind_is_another_claim() -> None:
    assert found(service(), service("b", nats=OTHER), service(namespace="b", nats={**OTHER, "consumer": "c"})) == []


def test_an_export_of_the_cluster_has_the_claim_and_its_composite() -> None:
    composite: Manifest = xr(worker())
    assert found(composite, service()) == []
    assert places(composite, composite) == [("2.yaml", "EP508", "metadata.name", "1.yaml")]


def test_a_claim_that_occurs_twice_is_compared_once() -> None:
    assert [place[1] for place in places(service(), service(), service("b"))] == ["EP508", "EP501"]
