"""What a server of PostgreSQL 15.18 answered to a login with the nonce NONCE, and a server that repeats it."""

import socket

from function.preflight.postgresql.session import Session
from tests.preflight.served import SECONDS, Handle

NONCE = "0123456789abcdef" * 2
PASSWORD = "hunter2"  # noqa: S105 - of the recorded server
TLS, NO_TLS = b"S", b"N"
SCRAM = b"R\0\0\0\x17\0\0\0\nSCRAM-SHA-256\0\0"
MD5 = b"R\0\0\0\x0c\0\0\0\x05e\xd2\xb6x"
CLEAR = b"R\0\0\0\x08\0\0\0\x03"
OK = b"R\0\0\0\x08\0\0\0\0"
FIRST = (
    b"R\0\0\0d\0\0\0\x0br=0123456789abcdef0123456789abcdefGp4lTv2lK7xmdX7d+LakYSgL,s=CJmN8qmebdJwkzSRYe8TFQ==,i=4096"
)
FINAL = b"R\0\0\x006\0\0\0\x0cv=OfDyKdGumPjGp8kbn2UDQJ7Mru9mO/cqxnmow6GvJsk="
READY = (
    b"S\0\0\x007application_name\0function-event-platform-preflight\0S\0\0\0\x19client_encoding\0UTF8\0"
    b"S\0\0\0&default_transaction_read_only\0off\0S\0\0\0\x15is_superuser\0off\0S\0\0\0!session_authorization\0reader\0"
    b"K\0\0\0\x0c\0\0v\xf9i]>\x8aZ\0\0\0\x05I"
)
"""Some of its settings are left out."""
WRONG = (
    b'E\0\0\0fSFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "reader"\0Fauth.c\0'
    b"L334\0Rauth_failed\0\0"
)
NO_ENTRY = (
    b'E\0\0\0\x98SFATAL\0VFATAL\0C28000\0Mno pg_hba.conf entry for host "127.0.0.1", user "tlsonly", database "shop", '
    b"no encryption\0Fauth.c\0L544\0RClientAuthentication\0\0"
)
NO_DATABASE = b'E\0\0\0YSFATAL\0VFATAL\0C3D000\0Mdatabase "nope" does not exist\0Fpostinit.c\0L948\0RInitPostgres\0\0'
CLOSED_DATABASE = (
    b'E\0\0\0\x8cSFATAL\0VFATAL\0C42501\0Mpermission denied for database "closed"\0DUser does not have CONNECT '
    b"privilege.\0Fpostinit.c\0L363\0RCheckMyDatabase\0\0"
)
FULL = (
    b"E\0\0\0\x8cSFATAL\0VFATAL\0C53300\0Mremaining connection slots are reserved for non-replication superuser "
    b"connections\0Fpostinit.c\0L886\0RInitPostgres\0\0"
)
NO_SCHEMA = (
    b"1\0\0\0\x042\0\0\0\x04E\0\0\0_SERROR\0VERROR\0C42501\0Mpermission denied for schema hidden\0Faclchk.c\0L3655\0"
    b"Raclcheck_error\0\0"
)


def answer(word: str) -> bytes:
    """Return the recorded answer to a statement with another word."""
    size = len(word).to_bytes(4, "big")
    row = b"D" + (len(word) + 10).to_bytes(4, "big") + b"\0\1" + size + word.encode()
    return b"1\0\0\0\x042\0\0\0\x04" + row + b"C\0\0\0\rSELECT 1\0Z\0\0\0\x05I"


def repeating(*answers: bytes, asked: list[bytes] | None = None) -> Handle:
    """Return a server that gives these answers, each to what it is sent at once, and then closes the connection."""

    def handle(connection: socket.socket) -> None:
        for given in answers:
            got = connection.recv(65536)
            if not got:
                return
            if asked is not None:
                asked.append(got)
            connection.sendall(given)

    return handle


def connected(port: int) -> Session:
    return Session(socket.create_connection(("127.0.0.1", port), SECONDS))
