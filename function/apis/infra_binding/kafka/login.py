"""How a preflight logs in to the brokers of a topic: as its clients do, with the same keys of the same Secrets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import secret_key
from function.base.preflight_target import SecretKey

_PROTOCOLS = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")
_MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
_ANY_NAME = "ssl.endpoint.identification.algorithm"
"""Clients compare the name in a certificate unless this property is empty."""

OTHER_PROTOCOL = f"security.protocol is none of {', '.join(_PROTOCOLS)}"
OTHER_MECHANISM = f"sasl.mechanism is none of {', '.join(_MECHANISMS)}, with which a preflight can log in"
NO_AUTHORITY = (
    "ssl.truststore.certificates does not refer to a secret, so a preflight cannot verify the brokers before it logs in"
)
NO_KEY = "a preflight needs ssl.keystore.certificate.chain and ssl.keystore.key as references to secrets"
NO_PASSWORD = "a preflight needs sasl.jaas.config or sasl.password as a reference to a secret, and a sasl.username"  # noqa: S105 - says where it is


@dataclass(frozen=True)
class Login:
    """Whether connections have TLS, what is no secret, and the keys of Secrets."""

    encrypted: bool
    settings: Mapping[str, str]
    credentials: Mapping[str, SecretKey]


class _Unusable(Exception):
    """Why a preflight cannot log in as the clients do."""


def login(properties: Mapping[str, str], secrets: Mapping[str, BoundSecret]) -> Login | str:
    """Return how to log in, or why a preflight cannot."""
    protocol = properties.get("security.protocol", _PROTOCOLS[0]).upper()
    if protocol not in _PROTOCOLS:
        return OTHER_PROTOCOL
    encrypted, sasl = protocol.endswith("SSL"), protocol.startswith("SASL")
    settings = dict(_settings(properties, encrypted=encrypted, sasl=sasl))
    try:
        credentials = {
            **(_certificates(properties, secrets) if encrypted else {}),
            **(_password(properties, secrets) if sasl else {}),
        }
    except _Unusable as unusable:
        return str(unusable)
    return Login(encrypted, settings, credentials)


def _settings(properties: Mapping[str, str], *, encrypted: bool, sasl: bool) -> Iterator[tuple[str, str]]:
    if encrypted and not properties.get(_ANY_NAME, "https").strip():
        yield "any_name", "true"
    if sasl:
        yield "mechanism", properties.get("sasl.mechanism", "").upper()
        username = properties.get("sasl.username", "")
        if username and not username.startswith("secret://"):
            yield "username", username


def _certificates(properties: Mapping[str, str], secrets: Mapping[str, BoundSecret]) -> dict[str, SecretKey]:
    authority = _key(properties, "ssl.truststore.certificates", secrets)
    if authority is None:
        raise _Unusable(NO_AUTHORITY)
    found = {"ca": authority}
    if any(name.startswith("ssl.keystore.") for name in properties):
        chain = _key(properties, "ssl.keystore.certificate.chain", secrets)
        key = _key(properties, "ssl.keystore.key", secrets)
        if chain is None or key is None:
            raise _Unusable(NO_KEY)
        found |= {"certificate": chain, "key": key}
        password = _key(properties, "ssl.key.password", secrets)
        found |= {} if password is None else {"key_password": password}
    return found


def _password(properties: Mapping[str, str], secrets: Mapping[str, BoundSecret]) -> dict[str, SecretKey]:
    if properties.get("sasl.mechanism", "").upper() not in _MECHANISMS:
        raise _Unusable(OTHER_MECHANISM)
    whole = _key(properties, "sasl.jaas.config", secrets)
    if whole is not None:
        return {"jaas": whole}
    username, password = (_key(properties, name, secrets) for name in ("sasl.username", "sasl.password"))
    if password is None or not properties.get("sasl.username"):
        raise _Unusable(NO_PASSWORD)
    return {"password": password} if username is None else {"username": username, "password": password}


def _key(properties: Mapping[str, str], name: str, secrets: Mapping[str, BoundSecret]) -> SecretKey | None:
    """Return the key of a Secret to which a property refers, None if it does not."""
    found = secret_key(properties.get(name, ""), secrets)
    if isinstance(found, str):
        raise _Unusable(found)
    return found
