"""Bytes as they may come over the network: mutated requests, most of them no longer well-formed."""

from collections.abc import Iterator

from tools.fuzz.answered import answered
from tools.fuzz.invariants import INPUT_BYTES_MAX
from tools.fuzz.message import request
from tools.fuzz.scenes import scenes
from tools.fuzz.targets.requests import parts_of
from tools.fuzz.targets.target import Target


def check(data: bytes) -> None:
    """Hold the answer against the invariants; a secret that was mutated cannot be told from other text."""
    answered(data)


def seeds() -> Iterator[bytes]:
    """Yield every scene as a request."""
    yield from (request(parts_of(scene)) for scene in scenes())


TARGET = Target(check=check, seeds=seeds, input_bytes_max=INPUT_BYTES_MAX, request=bytes)
