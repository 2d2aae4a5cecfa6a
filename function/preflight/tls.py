"""TLS. Over connections that carry a secret, nothing is sent before the certificate of the server is verified."""

import socket
import ssl

from function.base.preflight import NO_CREDENTIALS, NO_TLS, UNTRUSTED
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure


def encrypted(connection: socket.socket, host: str, credentials: Credentials, *, any_name: bool) -> ssl.SSLSocket:
    """Return the connection with TLS to a server whose certificate the CA of the credentials has signed, for its name.

    With `any_name`, clients do not compare the name either.
    """
    return _wrapped(connection, host, _context(credentials, any_name=any_name))


def unverified(connection: socket.socket, host: str) -> ssl.SSLSocket:
    """Return the connection with TLS to whoever answers there. No secret may be sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return _wrapped(connection, host, context)


def _wrapped(connection: socket.socket, host: str, context: ssl.SSLContext) -> ssl.SSLSocket:
    try:
        return context.wrap_socket(connection, server_hostname=host)
    except ssl.SSLCertVerificationError:
        raise Failure(UNTRUSTED) from None
    except TimeoutError:
        raise
    except (OSError, ValueError):
        raise Failure(NO_TLS) from None


def _context(credentials: Credentials, *, any_name: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = not any_name
    certificate, key = credentials.path("certificate"), credentials.path("key")
    # without a function for the password, OpenSSL would ask for it at the terminal
    password = credentials.text("key_password") if credentials.path("key_password") is not None else ""
    try:
        context.load_verify_locations(cadata=credentials.text("ca"))
        if certificate is not None:
            context.load_cert_chain(certificate, key, lambda: password)
    except (OSError, ValueError):  # OpenSSL's errors are OSErrors
        raise Failure(NO_CREDENTIALS) from None
    return context
