"""Whether a server certificate has expired: Python tells the dates of a certificate only to the other side."""

import ssl
from pathlib import Path

_EXPIRED = 10
"""X509_V_ERR_CERT_HAS_EXPIRED."""


def expired(server: ssl.SSLContext, certificate: Path) -> bool:
    """Return whether a caller would refuse the certificate for its age: a handshake in memory, trusting just it."""
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    client.load_verify_locations(certificate)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    caller, called = client.wrap_bio(to_client, to_server), server.wrap_bio(to_server, to_client, server_side=True)
    try:
        for side in (caller, called, caller):
            _step(side)
    except ssl.SSLCertVerificationError as error:
        return error.verify_code == _EXPIRED
    except ssl.SSLError:
        return False
    return False


def _step(side: ssl.SSLObject) -> None:
    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return
