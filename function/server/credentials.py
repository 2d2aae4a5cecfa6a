"""Mutual TLS from the files that Crossplane mounts: tls.crt, tls.key, ca.crt."""

import ssl
from pathlib import Path

import grpc
import structlog

from function.server import StartError, expiry

_log = structlog.get_logger()


def load(folder: str) -> grpc.ServerCredentials:
    """Return credentials that require client certificates issued by ca.crt; raises StartError, warns of an expired one.

    gRPC would start with a key that does not match and then fail each handshake, so the files are checked here.
    """
    crt, key, ca = (Path(folder) / name for name in ("tls.crt", "tls.key", "ca.crt"))
    texts = [_read(path) for path in (crt, key, ca)]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(crt, key, password="")
    except ssl.SSLError as error:
        mismatch = error.reason == "KEY_VALUES_MISMATCH"
        what = "the key does not match the certificate" if mismatch else "not a PEM certificate and an unencrypted key"
        raise StartError(f"cannot use {crt} with {key}: {what}") from None
    try:
        context.load_verify_locations(ca)
    except ssl.SSLError:
        raise StartError(f"cannot use {ca}: not a PEM certificate") from None
    if expiry.expired(context, crt):
        _log.warning("the server certificate has expired, clients will reject it", file=str(crt))
    return grpc.ssl_server_credentials([(texts[1], texts[0])], root_certificates=texts[2], require_client_auth=True)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StartError(f"cannot read {path}: {str(error.strerror).lower()}") from None
