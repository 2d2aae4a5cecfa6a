"""The command: reads the plan, tries everything, and leaves the results where Kubernetes finds them."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from function.base.addresses import host_refusal
from function.base.preflight import PASSED, endpoints, message
from function.preflight.connect import attempt
from function.preflight.together import together

_TERMINATION_LOG = Path("/dev/termination-log")
"""Kubernetes makes this file writable in every container, and copies it into the status of the pod."""
_SECONDS = 5.0
"""For each step of an attempt."""
_SECONDS_IN_ALL = 180.0


def run(
    arguments: Sequence[str], log: Path = _TERMINATION_LOG, refusal: Callable[[str], str | None] = host_refusal
) -> int:
    """Return the exit code: 0 if everything was reached, 1 if not, 2 for incorrect usage."""
    try:
        (text,) = arguments
        planned = endpoints(text)
    except ValueError:
        print("function preflight: needs a plan as its only argument. only Jobs of bindings run it", file=sys.stderr)
        return 2
    found = together(planned, partial(attempt, seconds=_SECONDS, refusal=refusal), _SECONDS_IN_ALL)
    for endpoint, result in zip(planned, found, strict=True):
        print(f"{endpoint} {result}")
    log.write_text(message(found))
    return 0 if all(result == PASSED for result in found) else 1
