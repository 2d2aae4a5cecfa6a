"""SIGTERM ends a command as Ctrl-C does, so that it stops what it started."""

import signal
from typing import NoReturn


def expect() -> None:
    """Raise KeyboardInterrupt on SIGTERM too."""
    signal.signal(signal.SIGTERM, _interrupted)


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt
