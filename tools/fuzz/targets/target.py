"""What the fuzzer runs: a check of bytes, and inputs to begin with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Target:
    """`check` raises on every broken invariant; `request` turns an input into request bytes, where it is one."""

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    input_bytes_max: int
    request: Callable[[bytes], bytes] | None = None
