from itertools import islice

from function.wire.envelope import RunFunctionRequest
from tools.compare.requests import committed, generated


def test_the_same_seed_gives_the_same_requests() -> None:
    assert list(generated(20, 1)) == list(generated(20, 1))


def test_another_seed_gives_others() -> None:
    assert list(generated(20, 1)) != list(generated(20, 2))


def test_every_request_can_be_parsed_and_has_more_than_is_read() -> None:
    for data in islice(committed(), 6):
        envelope = RunFunctionRequest.FromString(data)
        assert b"managedFields" in envelope.observed.resources["bucket"].resource
        assert envelope.context
