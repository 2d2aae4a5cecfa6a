import pytest

from function.base.manifest import Json, at
from function.base.request import Request
from function.render import render
from tests.documents import namespaced, platform, worker, xr
from tests.status.scene import ROLLED_OUT, deployment, observed


def field(name: str, **fields: Json) -> Json:
    document = xr(worker(**fields), generation=7)
    return at(render(Request(xr=document, observed=observed(deployment(ROLLED_OUT, ready=1)))).status, *name.split("."))


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("registry:5000/orders:1.2.3", "1.2.3"),
        ("registry:5000/orders", None),
        ("orders@sha256:" + "0123456789abcdef" * 4, "sha256:0123456789ab"),
        ("orders:1.2.3@sha256:" + "0123456789abcdef" * 4, "1.2.3"),
    ],
)
def test_the_version_is_short(image: str, version: str | None) -> None:
    assert field("version", image=image) == version
    assert field("image", image=image) == image


@pytest.mark.parametrize(
    ("scaling", "shown"),
    [
        ({}, "1/10"),
        ({"minReplicas": 0, "maxReplicas": 3}, "0/3"),
        ({"enabled": False, "minReplicas": 2}, "2/2"),
        ({"enabled": False}, "1/1"),
    ],
)
def test_the_range_of_replicas(scaling: Json, shown: str) -> None:
    assert field("scaling.range", scaling=scaling) == shown


def test_where_the_service_answers() -> None:
    assert field("endpoints", httpPort=3000) == ["http://orders.shop.svc.cluster.local:3000"]
    other = render(Request(xr=xr(worker()), platform=platform(clusterDomain="example.org")))
    assert other.status["endpoints"] == ["http://orders.shop.svc.example.org:8080"]


def test_the_generation_is_that_of_a_namespaced_composite() -> None:
    assert render(Request(xr=namespaced(worker(), generation=7))).status["observedGeneration"] == 7
    assert "observedGeneration" not in render(Request(xr=namespaced(worker()))).status


def test_a_claim_is_not_told_the_generation_of_its_composite() -> None:
    assert field("observedGeneration") is None


def test_before_anything_is_made_the_phase_is_pending() -> None:
    assert render(Request(xr=xr(worker()))).status["phase"] == "Pending"


def test_a_healthy_service_has_no_warnings() -> None:
    assert field("warnings") is None
