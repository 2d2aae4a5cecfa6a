"""A real server on the loopback interface that handles one connection."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

SECONDS = 30.0
Handle = Callable[[socket.socket], None]


@contextmanager
def served(handle: Handle) -> Iterator[int]:
    """Start it; yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(SECONDS)
        thread = Thread(target=_one, args=(listener, handle), daemon=True)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            thread.join(SECONDS)


def _one(listener: socket.socket, handle: Handle) -> None:
    connection, _ = listener.accept()
    with connection:
        try:
            handle(connection)
        except OSError:  # the client has seen enough
            return
