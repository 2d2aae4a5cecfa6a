import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import IN_VARIABLES
from function.apis.infra_binding.kafka.login import (
    NO_AUTHORITY,
    NO_KEY,
    NO_PASSWORD,
    OTHER_MECHANISM,
    OTHER_PROTOCOL,
    Login,
    login,
)
from function.base.preflight_target import SecretKey

SECRETS = {
    "reader": BoundSecret(name="reader", existing=True, keys=()),
    "given": BoundSecret(name="A", existing=True, keys=(), variables={"password": "A"}),
}
PLAIN = {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "PLAIN"}
USER = {"sasl.username": "secret://reader/username", "sasl.password": "secret://reader/password"}
TLS = {"security.protocol": "SSL", "ssl.truststore.certificates": "secret://reader/ca"}
CA = {"ca": SecretKey("reader", "ca")}
PASSWORD = SecretKey("reader", "password")


def test_without_properties_clients_do_not_log_in() -> None:
    assert login({}, {}) == login({"security.protocol": "plaintext"}, {}) == Login(False, {}, {})  # noqa: FBT003 - a record


@pytest.mark.parametrize(
    ("properties", "settings", "credentials"),
    [
        (
            {**PLAIN, **USER},
            {"mechanism": "PLAIN"},
            {"username": SecretKey("reader", "username"), "password": PASSWORD},
        ),
        (
            {**PLAIN, "sasl.mechanism": "scram-sha-512", "sasl.username": "me", "sasl.password": USER["sasl.password"]},
            {"mechanism": "SCRAM-SHA-512", "username": "me"},
            {"password": PASSWORD},
        ),
        (
            {**PLAIN, "sasl.jaas.config": "secret://reader/jaas"},
            {"mechanism": "PLAIN"},
            {"jaas": SecretKey("reader", "jaas")},
        ),
    ],
)
def test_a_password_is_a_key_of_a_secret(
    properties: dict[str, str], settings: dict[str, str], credentials: dict[str, SecretKey]
) -> None:
    assert login(properties, SECRETS) == Login(False, settings, credentials)  # noqa: FBT003 - a record


def test_the_authority_is_a_key_of_a_secret_and_so_is_a_certificate() -> None:
    found = login(TLS, SECRETS)
    assert isinstance(found, Login)
    assert (found.encrypted, found.credentials) == (True, CA)
    pair = {"ssl.keystore.certificate.chain": "secret://reader/crt", "ssl.keystore.key": "secret://reader/key"}
    found = login({**TLS, **pair, "ssl.key.password": "secret://reader/password"}, SECRETS)
    assert isinstance(found, Login)
    certificate = {"certificate": SecretKey("reader", "crt"), "key": SecretKey("reader", "key")}
    assert found.credentials == {**CA, **certificate, "key_password": PASSWORD}


def test_names_are_compared_unless_clients_do_not() -> None:
    name = "ssl.endpoint.identification.algorithm"
    for value, expected in (("", {"any_name": "true"}), ("https", {})):
        found = login({**TLS, name: value}, SECRETS)
        assert isinstance(found, Login)
        assert found.settings == expected


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ({"security.protocol": "TLS"}, OTHER_PROTOCOL),
        ({"security.protocol": "SSL"}, NO_AUTHORITY),
        ({**TLS, "ssl.truststore.certificates": "-----BEGIN CERTIFICATE-----"}, NO_AUTHORITY),
        ({"security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN", **USER}, NO_AUTHORITY),
        ({**TLS, "ssl.keystore.location": "/etc/keystore.jks"}, NO_KEY),
        ({**TLS, "ssl.keystore.certificate.chain": "secret://reader/crt"}, NO_KEY),
        ({"security.protocol": "SASL_PLAINTEXT"}, OTHER_MECHANISM),
        ({**PLAIN, **USER, "sasl.mechanism": "GSSAPI"}, OTHER_MECHANISM),
        ({**PLAIN, **USER, "sasl.mechanism": "OAUTHBEARER"}, OTHER_MECHANISM),
        (PLAIN, NO_PASSWORD),
        ({**PLAIN, "sasl.username": "me"}, NO_PASSWORD),
        ({**PLAIN, "sasl.password": "secret://reader/password"}, NO_PASSWORD),
        ({**PLAIN, "sasl.username": "me", "sasl.password": "hunter2"}, NO_PASSWORD),
        ({**PLAIN, "sasl.username": "me", "sasl.password": "secret://given/password"}, IN_VARIABLES),
    ],
)
def test_another_login_is_none_of_a_preflight(properties: dict[str, str], reason: str) -> None:
    assert login(properties, SECRETS) == reason
    assert "hunter2" not in reason
