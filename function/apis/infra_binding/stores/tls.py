"""Encryption of connections to a store."""

from function.apis.infra_binding.l5 import Binding, FilePath
from function.base.rule import Rule


def both(certificate: str, key: str) -> Rule:
    """Return the rule that a client's certificate and its key are given together."""
    return Rule(
        cel=f"has(self.{certificate}) == has(self.{key})",
        message=f"{certificate} and {key} are required together",
        holds=lambda tls: (getattr(tls, certificate) is None) == (getattr(tls, key) is None),
    )


class Tls(Binding):
    """Encryption of connections."""

    rules = (both("cert_file", "key_file"),)

    enabled: bool | None = None
    """Whether connections are encrypted. Default: as the address says."""
    ca_file: FilePath | None = None
    """File with trusted certificates, in the application's container."""
    cert_file: FilePath | None = None
    """File with the client's certificate, in the application's container."""
    key_file: FilePath | None = None
    """File with the certificate's key, in the application's container."""
    allow_invalid_certificates: bool | None = None
    """Whether any certificate is trusted. Default: false."""
