"""The command: reads the plan, tries everything, and leaves the results where Kubernetes finds them."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from function.base.addresses import host_refusal
from function.base.preflight import CREDENTIALS, PASSED, message, targets
from function.preflight.ask import result
from function.preflight.connection import Refusal
from function.preflight.together import together

_TERMINATION_LOG = Path("/dev/termination-log")
"""Kubernetes makes this file writable in every container, and copies it into the status of the pod."""
_SECONDS = 5.0
"""For each step of an attempt."""
_SECONDS_IN_ALL = 180.0


def run(
    arguments: Sequence[str],
    log: Path = _TERMINATION_LOG,
    refusal: Refusal = host_refusal,
    folder: Path = Path(CREDENTIALS),
) -> int:
    """Return the exit code: 0 if everything passed, 1 if not, 2 for incorrect usage."""
    try:
        (text,) = arguments
        planned = targets(text)
    except ValueError:
        print("function preflight: needs a plan as its only argument. only Jobs of bindings run it", file=sys.stderr)
        return 2
    found = together(planned, partial(result, folder=folder, seconds=_SECONDS, refusal=refusal), _SECONDS_IN_ALL)
    for target, word in zip(planned, found, strict=True):
        print(f"{target} {word}")
    log.write_text(message(found))
    return 0 if all(word == PASSED for word in found) else 1
