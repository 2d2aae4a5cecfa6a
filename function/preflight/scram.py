"""SCRAM (RFC 5802): the password is never sent, and the server must show that it knows it too."""

import base64
import hashlib
import hmac
import re
import secrets

from function.base.preflight import LOGIN_REFUSED, UNEXPECTED
from function.preflight.failure import Failure

HASHES = {"SCRAM-SHA-256": "sha256", "SCRAM-SHA-512": "sha512"}
_FIRST = re.compile(r"r=([!-+\--~]{1,512}),s=([A-Za-z0-9+/=]{1,512}),i=([0-9]{1,6})")
_LEAST, _MOST = 4096, 262144
"""Of rounds: with fewer, whoever pretends to be the server could guess passwords, and more would keep the pod busy."""


class Scram:
    """One login."""

    def __init__(self, mechanism: str, user: str, password: str, nonce: str = "") -> None:
        self._hash = HASHES[mechanism]
        self._password = password.encode()
        self._nonce = nonce or secrets.token_hex(16)
        self._bare = f"n={user.replace('=', '=3D').replace(',', '=2C')},r={self._nonce}"
        self._signature = b""

    def first(self) -> bytes:
        """Return the first message of the client."""
        return f"n,,{self._bare}".encode()

    def final(self, answer: bytes) -> bytes:
        """Return the last message of the client to the first one of the server."""
        received = answer.decode("ascii", errors="replace")
        found = _FIRST.fullmatch(received)
        if found is None or not found[1].startswith(self._nonce) or not _LEAST <= int(found[3]) <= _MOST:
            raise Failure(UNEXPECTED)
        salted = hashlib.pbkdf2_hmac(self._hash, self._password, base64.b64decode(found[2]), int(found[3]))
        bare = f"c=biws,r={found[1]}"
        message = f"{self._bare},{received},{bare}".encode()
        key = self._keyed(salted, b"Client Key")
        signature = self._keyed(hashlib.new(self._hash, key).digest(), message)
        self._signature = self._keyed(self._keyed(salted, b"Server Key"), message)
        proof = bytes(one ^ other for one, other in zip(key, signature, strict=True))
        return f"{bare},p={base64.b64encode(proof).decode()}".encode()

    def verify(self, answer: bytes) -> None:
        """Fail unless the server knows the password."""
        if not hmac.compare_digest(answer, b"v=" + base64.b64encode(self._signature)):
            raise Failure(LOGIN_REFUSED)

    def _keyed(self, key: bytes, message: bytes) -> bytes:
        return hmac.digest(key, message, self._hash)
