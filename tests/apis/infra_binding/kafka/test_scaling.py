"""A trigger is complete, or there is none."""

import pytest

from function.apis.infra_binding.kafka.scaling import scaling

SCRAM = {
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.username": "secret://kafka/user",
    "sasl.password": "secret://kafka/password",
}


@pytest.mark.parametrize(
    "properties",
    [
        SCRAM | {"sasl.username": "reader"},
        SCRAM | {"ssl.truststore.location": "/etc/ca.jks"},
        {"security.protocol": "SSL", "ssl.truststore.certificates": "secret://kafka/ca"},
    ],
)
def test_there_is_none_if_keda_cannot_log_in_or_trust_the_brokers(properties: dict[str, str]) -> None:
    assert scaling("a", "k", "g", None, properties) is None


def test_a_plain_topic_needs_no_authentication() -> None:
    found = scaling("a", "k:9092", "g", "earliest", {"other": "x"})
    assert found is not None
    assert (found.type, found.parameters, found.pod_identity) == ("kafka", {}, {})
    assert found.metadata == {
        "bootstrapServers": "k:9092",
        "topic": "a",
        "consumerGroup": "g",
        "offsetResetPolicy": "earliest",
    }


@pytest.mark.parametrize("reset", [None, "none"])
def test_keda_knows_two_ways_to_start(reset: str | None) -> None:
    found = scaling("a", "k", "g", reset, {})
    assert found is not None
    assert "offsetResetPolicy" not in found.metadata


@pytest.mark.parametrize(
    ("protocol", "mechanism", "expected"),
    [
        ("SASL_SSL", "PLAIN", {"sasl": "plaintext", "tls": "enable"}),
        ("SASL_SSL", "SCRAM-SHA-256", {"sasl": "scram_sha256", "tls": "enable"}),
        ("SASL_PLAINTEXT", "SCRAM-SHA-512", {"sasl": "scram_sha512"}),
        ("SSL", "PLAIN", {"tls": "enable"}),
        ("PLAINTEXT", "PLAIN", {}),
    ],
)
def test_keda_has_other_names_for_security(protocol: str, mechanism: str, expected: dict[str, str]) -> None:
    found = scaling("a", "k", "g", None, {**SCRAM, "security.protocol": protocol, "sasl.mechanism": mechanism})
    assert found is not None
    assert {name: text for name, text in found.metadata.items() if name in ("sasl", "tls")} == expected
    users = {"username": "secret://kafka/user", "password": "secret://kafka/password"}
    assert found.parameters == (users if "sasl" in expected else {})


@pytest.mark.parametrize(
    ("group", "properties"),
    [
        (None, {}),
        ("g", {"security.protocol": "SSL", "ssl.keystore.location": "/etc/kafka/client.p12"}),
        ("g", {**SCRAM, "sasl.mechanism": "OAUTHBEARER"}),
        ("g", {name: text for name, text in SCRAM.items() if name != "sasl.mechanism"}),
        ("g", {name: text for name, text in SCRAM.items() if name != "sasl.password"}),
    ],
)
def test_without_what_keda_needs_there_is_no_trigger(group: str | None, properties: dict[str, str]) -> None:
    assert scaling("a", "k", group, None, properties) is None
