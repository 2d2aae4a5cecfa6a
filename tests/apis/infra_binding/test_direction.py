"""A stream is read and written unless it says otherwise, or has settings for one of them only."""

import pytest

from function.apis.infra_binding.direction import Directed


class Stream(Directed):
    consumer: str | None = None
    producer: str | None = None


@pytest.mark.parametrize(
    ("fields", "reads", "writes"),
    [
        ({}, True, True),
        ({"consumer": "x"}, True, False),
        ({"producer": "x"}, False, True),
        ({"consumer": "x", "producer": "x"}, True, True),
        ({"direction": "bidirectional", "consumer": "x"}, True, True),
        ({"direction": "source", "producer": "x"}, True, False),
        ({"direction": "sink", "consumer": "x"}, False, True),
    ],
)
def test_the_direction_wins_over_the_settings(fields: dict[str, str], reads: bool, writes: bool) -> None:
    stream = Stream.model_validate(fields)
    assert (stream.reads, stream.writes) == (reads, writes)
