"""Encryption between the machines of a cluster."""

from collections.abc import Iterator

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding, LocalPath


class Internal(Binding):
    """Encryption between job managers and task managers."""

    enabled: bool | None = None
    """Whether these connections are encrypted. Default: ssl.enabled."""
    keystore: LocalPath | None = None
    """Java keystore on each machine. Its password is never in the binding: set it on the machines."""
    truststore: LocalPath | None = None
    """Java truststore on each machine."""


class Rest(Binding):
    """Encryption of the REST API."""

    enabled: bool | None = None
    """Whether it is encrypted. Default: ssl.enabled."""
    cert_file: LocalPath | None = None
    """File with a certificate. It has no effect: Flink reads a Java keystore."""
    key_file: LocalPath | None = None
    """File with its key. It has no effect: Flink reads a Java keystore."""


class Ssl(Binding):
    """Encryption between the machines."""

    enabled: bool | None = None
    """Whether all connections are encrypted. Default: false."""
    internal: Internal = Internal()
    """Encryption between job managers and task managers."""
    rest: Rest = Rest()
    """Encryption of the REST API."""


class Security(Binding):
    """Encryption between the machines."""

    ssl: Ssl = Ssl()
    """Encryption between the machines."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        internal, rest = self.ssl.internal, self.ssl.rest
        on = self.ssl.enabled
        return texts(
            {
                "security.ssl.internal.enabled": on if internal.enabled is None else internal.enabled,
                "security.ssl.internal.keystore": internal.keystore,
                "security.ssl.internal.truststore": internal.truststore,
                "security.ssl.rest.enabled": on if rest.enabled is None else rest.enabled,
            }
        )

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that is no configuration of Flink, and why."""
        for field in ("cert_file", "key_file"):
            if getattr(self.ssl.rest, field) is not None:
                yield f"ssl.rest.{field}", "Flink reads a Java keystore; create one from these files on the machines"
        if self.ssl.internal.keystore is not None:
            yield "ssl.internal.keystore", "its password is secret, so no file of the document contains it"
