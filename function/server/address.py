"""Checks whether the server can listen on an address, and why not: gRPC itself reports only a failure."""

import errno
import os
import re
import socket
import stat
from pathlib import Path

from function.base.port import LAST_PORT
from function.server import StartError

_UNIX = "unix:"
_HOST_PORT = re.compile(r"(?:\[(?P<v6>[^\[\]]{1,99})\]|(?P<host>[^:\[\]]{1,253})):(?P<port>[0-9]{1,5})")


def check(address: str) -> None:
    """Raise StartError unless `address` is a host:port with a local host and a free port, or a free unix: path.

    For a name with two addresses, the port must be free on both: gRPC needs only one, but not every client tries both.
    """
    if not address.isprintable():
        raise StartError(f"cannot listen on {address}: contains characters that no address has")
    if address.startswith(_UNIX):
        _check_path(address, address.removeprefix(_UNIX).removeprefix("//"))
        return
    match = _HOST_PORT.fullmatch(address)
    if not match or int(match["port"]) > LAST_PORT:
        raise StartError(f"cannot listen on {address}: must be host:port, such as 0.0.0.0:9443")
    host, port = match["v6"] or match["host"], int(match["port"])
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise StartError(f"cannot listen on {address}: not the name of a host") from None
    except OSError as error:
        raise StartError(f"cannot listen on {address}: {_reason(error)}") from None
    failures = [failure for family, _, _, _, target in infos if (failure := _failure(family, target))]
    in_use = [failure for failure in failures if failure.errno == errno.EADDRINUSE]
    if in_use or len(failures) == len(infos):
        raise StartError(f"cannot listen on {address}: {_reason((in_use or failures)[0])}")


def _check_path(address: str, path: str) -> None:
    """Raise StartError if a server listens on the path or it is no socket: gRPC would remove the socket and take it."""
    try:
        if not stat.S_ISSOCK(Path(path).stat().st_mode):
            raise StartError(f"cannot listen on {address}: file exists, and it is no socket")
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(0)  # a server that is busy does not take the connection, and is one all the same
            probe.connect(path)
    except (FileNotFoundError, ConnectionRefusedError):
        return
    except BlockingIOError:
        pass
    except OSError as error:
        raise StartError(f"cannot listen on {address}: {_reason(error)}") from None
    raise StartError(f"cannot listen on {address}: address already in use")


def _failure(family: int, target: tuple[object, ...]) -> OSError | None:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(target)
    except OSError as error:
        return error
    return None


def _reason(error: OSError) -> str:
    """Return the system's message; an unknown name has no errno above 0, but a message of the resolver."""
    text = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
    return str(text).lower()
