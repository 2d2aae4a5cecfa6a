"""What a preflight reaches, and what it asks after a login."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias


@dataclass(frozen=True)
class Endpoint:
    """An address to which a connection is opened, and whether a TLS handshake must succeed there.

    With a `path`, it is the address of a schema registry, whose newest schema at this path must have the `format`.
    """

    host: str
    port: int
    tls: bool = False
    path: str = ""
    format: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}{self.path}"


@dataclass(frozen=True, order=True)
class SecretKey:
    """A key of a Secret in the namespace of the binding."""

    secret: str
    key: str

    @property
    def file(self) -> str:
        """Return the name of the file in which the pod finds it: any key is a valid name, and none is too long."""
        return sha256(f"{self.secret}/{self.key}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Question:
    """What one server of a platform is asked after a login: the first that can be reached.

    `settings` are texts of the binding, and `credentials` the keys of Secrets that the pod finds as files.
    """

    platform: str
    check: str
    about: str
    servers: tuple[Endpoint, ...]
    settings: tuple[tuple[str, str], ...] = ()
    credentials: tuple[tuple[str, SecretKey], ...] = ()

    def __str__(self) -> str:
        return f"{self.servers[0]} {self.about}"


Target: TypeAlias = Endpoint | Question
