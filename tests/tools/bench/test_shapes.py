from dataclasses import replace

import pytest

from function import fn
from tools.bench.answer import read
from tools.bench.shapes import SHAPES, platform_config, requests


def ours(data: bytes) -> bytes:
    return fn.answer(data)[0]


@pytest.mark.parametrize("name", SHAPES)
def test_every_request_is_answered_with_resources(name: str) -> None:
    shape = replace(SHAPES[name], composites=2, orders=2, foreign=min(SHAPES[name].foreign, 2))
    made = list(requests(shape, platform_config(), ours))
    assert len(set(made)) == 4
    assert all(read(ours(data)).resources for data in made)


def test_requests_are_the_same_every_time() -> None:
    shape = replace(SHAPES["services"], composites=1)
    assert list(requests(shape, platform_config(), ours)) == list(requests(shape, platform_config(), ours))


def test_the_sizes_are_those_that_are_spoken_of() -> None:
    shape = replace(SHAPES["services"], composites=1, orders=1)
    (few,) = requests(shape, platform_config(), ours)
    (many,) = requests(replace(shape, foreign=10), platform_config(), ours)
    assert 38_000 < len(few) < 46_000
    assert 5_800 < (len(many) - len(few)) / 10 < 6_200
