"""How Pulsar is reached: by applications, and by the operator that creates topics."""

from collections.abc import Mapping
from typing import Annotated, Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import Binding, FilePath, Reference
from function.apis.infra_binding.secret_refs import refs_in, with_secret_key_refs
from function.base.address_types import HOSTS, HttpsUrl
from function.base.manifest import Json, Manifest, mapping_at, present
from function.base.marks import Address, MayHoldSecret
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import FreeText

ServiceUrl = Annotated[
    str,
    Text(
        f"^pulsar([+]ssl)?://{HOSTS}$",
        meaning="pulsar:// or pulsar+ssl:// with one or more hosts, such as pulsar://host:6650",
        example="pulsar://pulsar-cluster:6650",
        max_length=1024,
    ),
    MayHoldSecret(),
    Address(),
]
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "token": ("token",),
    "tls": ("cert_path", "key_path"),
    "oauth2": ("issuer_url", "client_id", "audience", "private_key"),
}


def _requires(kind: str, fields: tuple[str, ...]) -> Rule:
    return Rule(
        cel=f"self.type != '{kind}' || ({' && '.join(f'has(self.{field})' for field in fields)})",
        message=f"{kind} requires {', '.join(fields)}",
        field="type",
        holds=lambda auth: auth.type != kind or all(getattr(auth, field) is not None for field in fields),
    )


class Auth(Binding):
    """How clients and operator authenticate."""

    shape = "{type: token, token: secret://pulsar/token}"
    rules = tuple(_requires(kind, fields) for kind, fields in _NEEDS.items())

    type: Literal["token", "tls", "oauth2"]
    """Method of authentication."""
    token: Reference | None = None
    """Token."""
    cert_path: FilePath | None = None
    """File with the certificate, in the application's container and in the operator's."""
    key_path: FilePath | None = None
    """File with the certificate's key, in the application's container and in the operator's."""
    issuer_url: HttpsUrl | None = None
    """Address of the issuer of tokens."""
    client_id: FreeText | None = None
    """Client at the issuer."""
    audience: FreeText | None = None
    """Service for which tokens are issued."""
    scope: FreeText | None = None
    """Scope of tokens. Default: the issuer's."""
    private_key: Reference | None = None
    """Credentials of the client, as the issuer provides them in a file."""

    def authentication(self, secrets: Mapping[str, BoundSecret]) -> Manifest:
        """Return `spec.authentication` of a PulsarConnection; `secrets` are by logical name."""
        if self.type == "token":
            return {"token": {"secretRef": _secret_ref(self.token, secrets)}}
        if self.type == "tls":
            return {"tls": {"clientCertificatePath": self.cert_path, "clientCertificateKeyPath": self.key_path}}
        return {
            "oauth2": present(
                {
                    "issuerEndpoint": self.issuer_url,
                    "clientID": self.client_id,
                    "audience": self.audience,
                    "scope": self.scope,
                    "key": {"secretRef": _secret_ref(self.private_key, secrets)},
                }
            )
        }


def needs_variables(auth: Auth | None, secrets: Mapping[str, BoundSecret]) -> bool:
    """Return whether a credential is an environment variable, which an operator cannot read."""
    found = refs_in(auth.model_dump(exclude_none=True), "") if auth is not None else ()
    return any(ref.name in secrets and secrets[ref.name].variables is not None for ref in found)


class Tls(Binding):
    """Encryption of connections."""

    enabled: bool | None = None
    """Whether connections are encrypted. Default: as the scheme of service_url says."""
    trust_cert_path: FilePath | None = None
    """File with trusted certificates, in the application's container and in the operator's."""
    allow_insecure: bool | None = None
    """Whether any certificate is trusted. Default: false."""


def connection(
    service_url: str, admin_url: str, auth: Auth | None, tls: Tls, secrets: Mapping[str, BoundSecret]
) -> Manifest:
    """Return `spec` of a PulsarConnection. Encrypted addresses have fields of their own."""
    admin = "adminServiceSecureURL" if admin_url.startswith("https:") else "adminServiceURL"
    broker = "brokerServiceSecureURL" if service_url.startswith("pulsar+ssl:") else "brokerServiceURL"
    return present(
        {
            admin: admin_url,
            broker: service_url,
            "authentication": None if auth is None else auth.authentication(secrets),
            "tlsTrustCertsFilePath": tls.trust_cert_path,
            "tlsAllowInsecureConnection": tls.allow_insecure,
        }
    )


def _secret_ref(reference: str | None, secrets: Mapping[str, BoundSecret]) -> Json:
    return mapping_at(with_secret_key_refs(reference, secrets), "secretKeyRef")
