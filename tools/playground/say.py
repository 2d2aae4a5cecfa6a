"""One line to whoever watches."""

import sys


def say(text: str) -> None:
    """Print a line at once, whatever stdout is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
