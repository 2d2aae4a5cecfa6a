"""Progress messages."""

import sys


def say(text: str) -> None:
    """Print a line and flush it, also if stdout is a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
