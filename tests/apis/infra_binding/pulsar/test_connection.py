import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.pulsar.connection import Auth, Tls, connection, needs_variables
from function.base.manifest import Json, Manifest
from function.base.validation import broken_rules
from tests.cel import judge

SECRETS = {"pulsar": BoundSecret(name="payments.pulsar", existing=False, keys=())}
OAUTH: Manifest = {
    "type": "oauth2",
    "issuer_url": "https://issuer",
    "client_id": "c",
    "audience": "a",
    "private_key": "secret://pulsar/key",
}
TLS: Manifest = {"type": "tls", "cert_path": "/tls.crt", "key_path": "/tls.key"}
TOKEN: Manifest = {"type": "token", "token": "secret://pulsar/token"}


def spec(
    auth: Manifest | None = None, service: str = "pulsar://p:6650", admin: str = "http://a:8080", **tls: Json
) -> Json:
    model = None if auth is None else Auth.model_validate(auth)
    return connection(service, admin, model, Tls.model_validate(tls), SECRETS)


def test_encrypted_addresses_have_fields_of_their_own() -> None:
    assert spec() == {"adminServiceURL": "http://a:8080", "brokerServiceURL": "pulsar://p:6650"}
    assert spec(service="pulsar+ssl://p:6651", admin="https://a:8443") == {
        "adminServiceSecureURL": "https://a:8443",
        "brokerServiceSecureURL": "pulsar+ssl://p:6651",
    }


@pytest.mark.parametrize(
    ("auth", "expected"),
    [
        (TOKEN, {"token": {"secretRef": {"name": "payments.pulsar", "key": "token"}}}),
        (TLS, {"tls": {"clientCertificatePath": "/tls.crt", "clientCertificateKeyPath": "/tls.key"}}),
        (
            {**OAUTH, "scope": "s"},
            {
                "oauth2": {
                    "issuerEndpoint": "https://issuer",
                    "clientID": "c",
                    "audience": "a",
                    "scope": "s",
                    "key": {"secretRef": {"name": "payments.pulsar", "key": "key"}},
                }
            },
        ),
    ],
)
def test_credentials_are_referred_to(auth: Manifest, expected: Json) -> None:
    assert Auth.model_validate(auth).authentication(SECRETS) == expected


def test_files_and_trust_are_those_of_the_operator() -> None:
    found = spec(enabled=True, trust_cert_path="/ca.pem", allow_insecure=False)
    assert found == {
        "adminServiceURL": "http://a:8080",
        "brokerServiceURL": "pulsar://p:6650",
        "tlsTrustCertsFilePath": "/ca.pem",
        "tlsAllowInsecureConnection": False,
    }


@pytest.mark.parametrize(
    ("auth", "holds"),
    [
        *((TOKEN, True), (TLS, True), (OAUTH, True), ({**TOKEN, **TLS}, True)),
        *(({"type": "token"}, False), ({**TLS, "type": "token"}, False), ({**TOKEN, "type": "oauth2"}, False)),
        *(({"type": "tls", "cert_path": "/tls.crt"}, False), ({**OAUTH, "type": "tls"}, False)),
        *(({key: value for key, value in OAUTH.items() if key != left_out}, False) for left_out in [*OAUTH][1:]),
    ],
)
def test_each_method_has_what_it_needs(auth: Manifest, *, holds: bool) -> None:
    assert all(judge(rule.cel, "self", auth) for rule in Auth.rules) == holds
    assert bool(list(broken_rules(Auth.model_validate(auth), "spec"))) is not holds


VARIABLES = {"pulsar": BoundSecret(name="A", existing=True, keys=(), variables={"token": "A"})}


@pytest.mark.parametrize(
    ("auth", "secrets", "expected"),
    [
        (TOKEN, VARIABLES, True),
        (OAUTH, VARIABLES, True),
        (TOKEN, SECRETS, False),
        (TOKEN, {}, False),
        (TLS, VARIABLES, False),
        (None, VARIABLES, False),
    ],
)
def test_an_operator_cannot_read_variables(
    auth: Manifest | None, secrets: dict[str, BoundSecret], expected: bool
) -> None:
    assert needs_variables(None if auth is None else Auth.model_validate(auth), secrets) is expected
