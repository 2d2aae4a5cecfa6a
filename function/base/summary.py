"""What is logged and counted for a call: names, codes and sizes, and nothing else from the request."""

from dataclasses import dataclass
from typing import Literal

Change = Literal["refused", "accepted", "settings broken", "settings repaired"]
"""What is new about an input since the last call."""


@dataclass(frozen=True, kw_only=True)
class Crash:
    """An internal error: its id, which is the same on every call, and the stack, outermost frame first."""

    incident: str
    places: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Summary:
    """One answered call. Names are "" if the request has none.

    `namespace` is that of the claim, or of the composite resource if there is no claim. `fatal_codes` are sorted and
    unique, and empty unless the response is fatal. `resources` and `warnings` are counts. `advice` is what to do
    about a response that is nearly too large.
    """

    tag: str
    kind: str
    name: str
    namespace: str
    claim: str
    fatal_codes: tuple[str, ...]
    resources: int
    warnings: int
    request_bytes: int
    response_bytes: int
    change: Change | None = None
    advice: str | None = None
    crash: Crash | None = None
