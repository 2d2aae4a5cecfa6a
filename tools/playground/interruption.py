"""A command that is interrupted by SIGTERM stops what it has started, as after Ctrl-C."""

import signal
from typing import NoReturn


def expect() -> None:
    """Raise KeyboardInterrupt on SIGTERM."""
    signal.signal(signal.SIGTERM, _interrupted)


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt
