from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.conformance import server as process
from tests.conformance.server import Server


@pytest.fixture
def start() -> Iterator[Callable[..., Server]]:
    """Start servers that end with the test."""
    with ExitStack() as running:

        def begin(*flags: str, **environment: str) -> Server:
            started = process.start(*flags, **environment)
            running.callback(started.stop)
            return started

        yield begin


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests that only call it: so each call also shows that none before has hurt it."""
    running = process.start("--insecure")
    yield running
    running.stop()
