"""NATS has the host names, streams, and consumers of the claim."""

import shlex

import pytest

from function.base.manifest import Manifest, items_at, mapping_at, text_at
from function.compose.nats import Address, Consumer, address, consumers, services
from tests.compose.objects import container, env, jetstream, key, scaler

OWN = container(env=env(NATS_STREAM_NAME="ORDERS", NATS_CONSUMER_GROUP="billing"))


def script(found: list[Consumer], subjects: dict[str, list[str]] | None = None) -> list[str]:
    setup = mapping_at(services(found, [], subjects or {}), "nats-setup")
    return str(items_at(setup, "command")[0]).replace("$$", "$").splitlines()


def test_consumers_are_those_that_the_service_reads_and_scales_with() -> None:
    triggers = scaler(jetstream("ORDERS", "billing"), jetstream("RETURNS", "billing"), {"type": "cron", "metadata": {}})
    assert consumers(OWN, triggers) == [Consumer("ORDERS", "billing"), Consumer("RETURNS", "billing")]
    assert consumers(OWN, {}) == [Consumer("ORDERS", "billing")]
    assert consumers(container(), scaler({"type": "kafka", "metadata": {}})) == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("nats://nats.nats.svc:4222", Address(["nats.nats.svc"], replaced=False)),
        ("nats://nats", Address(["nats"], replaced=False)),
        ("nats://a:4222,nats://b:4222, nats://a:4222", Address(["a", "b"], replaced=False)),
        ("nats://nats:4333", Address([], replaced=True)),
        ("tls://nats:4222", Address([], replaced=True)),
        ("nats://10.0.0.1:4222", Address([], replaced=True)),
        ("nats://[::1]:4222", Address([], replaced=True)),
        ("nats://a:x", Address([], replaced=True)),
        ("nats://[", Address([], replaced=True)),
        ("", Address([], replaced=False)),
    ],
)
def test_an_address_is_that_of_the_cluster_or_replaced(url: str, expected: Address) -> None:
    assert address(container(env=env(NATS_URL=url))) == expected


def test_an_address_in_a_secret_is_not_known() -> None:
    assert address(container(env=[key("NATS_URL", "nats", "url")])) == Address([], replaced=False)


def test_what_is_missing_is_created() -> None:
    found = [Consumer("ORDERS", "billing"), Consumer("ORDERS", "audit")]
    quiet, add = ">/dev/null 2>&1 ||", "nats consumer add --pull --deliver=all --ack=explicit --defaults --"
    assert script(found, {"ORDERS": ["orders.*", "x"]}) == [
        f"nats stream info -- ORDERS {quiet} nats stream add --subjects='orders.*' --subjects=x --defaults -- ORDERS",
        f"nats consumer info -- ORDERS billing {quiet} {add} ORDERS billing",
        f"nats consumer info -- ORDERS audit {quiet} {add} ORDERS audit",
    ]


def test_a_name_commands_no_shell() -> None:
    lines = script([Consumer("-O'$(reboot)", "`x`;|")])
    assert len(lines) == 2
    assert "-O'$(reboot)" in shlex.split(lines[0])
    assert shlex.split(lines[1])[-2:] == ["-O'$(reboot)", "`x`;|"]


def test_the_server_has_the_host_names_of_the_cluster() -> None:
    made: Manifest = services([Consumer("A", "b")], ["nats.nats.svc"], {})
    assert mapping_at(made, "nats", "networks", "default")["aliases"] == ["nats.nats.svc"]
    assert text_at(made, "nats-setup", "depends_on", "nats", "condition") == "service_healthy"
    made = services([Consumer("A", "b")], ["a${HOME}"], {})
    assert mapping_at(made, "nats", "networks", "default")["aliases"] == ["a$${HOME}"]
    assert "networks" not in mapping_at(services([], [], {}), "nats")
