"""Addresses of NATS in the settings."""

from typing import Any

import pytest

from function.doctor.composition import compositions
from function.doctor.nats import addresses
from tests.doctor.clusters import examined, found, healthy, named, scan, settings


def wrong(**nats: Any) -> list[str]:
    cluster = healthy()
    settings(cluster, nats=nats)
    assert {(severity, code) for severity, code, _ in found(cluster)} <= {("warning", "EP714")}
    return [f"{finding.about}: {finding.message}" for finding in examined(cluster).findings]


@pytest.mark.parametrize(
    ("nats", "message"),
    [
        ({"url": "nats://bus.nats.svc:4222"}, "nats.url: the Service nats/bus does not exist"),
        (
            {"url": "nats://nats.nats.svc.cluster.local:4223"},
            "nats.url: the Service nats/nats has no port 4223; got 4222",
        ),
        (
            {"monitoringEndpoint": "nats.nats.svc:4222"},
            "nats.monitoringEndpoint: the Service nats/nats is not headless",
        ),
    ],
)
def test_an_address_that_leads_to_no_suitable_service_is_a_warning(nats: dict[str, str], message: str) -> None:
    (found,) = wrong(**nats)
    assert found.startswith(f"PlatformConfig.spec.{message}")


@pytest.mark.parametrize("url", ["nats://nats.example.org:4222", "nats://nats:4222"])
def test_hosts_outside_the_cluster_are_not_looked_for(url: str) -> None:
    assert wrong(url=url) == []


@pytest.mark.parametrize("name", ["nats", "nats-headless"])
def test_what_is_behind_an_external_name_is_not_known(name: str) -> None:
    cluster = healthy()
    named(cluster, "Service", name)["spec"] = {"type": "ExternalName", "externalName": "nats.example.org"}
    assert found(cluster) == []


def test_each_address_is_read_once() -> None:
    cluster = healthy()
    assert [(address.name, address.port) for address in addresses(compositions(scan(cluster)))] == [
        ("nats", 4222),
        ("nats-headless", 8222),
    ]
