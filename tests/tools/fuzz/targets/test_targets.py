"""What the fuzzer begins with breaks nothing, nor do some inputs of each target that no fuzzer chose."""

import random
from itertools import islice

import pytest

from tools.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_break_nothing(name: str) -> None:
    target = TARGETS[name]
    for seed in islice(target.seeds(), 0, None, 8):
        assert len(seed) <= target.input_bytes_max
        target.check(seed)


@pytest.mark.parametrize("name", TARGETS)
def test_random_bytes_break_nothing(name: str) -> None:
    source = random.Random(7)  # noqa: S311 - the same bytes on every run
    for _ in range(20):
        TARGETS[name].check(source.randbytes(40))


@pytest.mark.parametrize("name", [name for name in TARGETS if TARGETS[name].request])
def test_a_request_depends_on_its_input_alone(name: str) -> None:
    request_of = TARGETS[name].request
    assert request_of is not None
    assert request_of(b"\x05\x03\x09\x08") == request_of(b"\x05\x03\x09\x08")
