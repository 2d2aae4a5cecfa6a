import pytest

from function.base.suggestion import closest_match

KNOWN = ("httpPort", "image", "imagePullPolicy", "nats", "scaling", "size")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("imgae", "image"),
        ("httpport", "httpPort"),
        ("HTTP_PORT", "httpPort"),
        ("imagePolicy", "imagePullPolicy"),
        ("scalling", "scaling"),
        ("nat", "nats"),
    ],
)
def test_a_slip_is_understood(name: str, expected: str) -> None:
    assert closest_match(name, KNOWN) == expected


@pytest.mark.parametrize("name", ["", "x", "foo", "zzzzzz", "replicas", "ni", "größe"])
def test_what_is_too_far_away_gets_no_suggestion(name: str) -> None:
    assert closest_match(name, KNOWN) is None


def test_without_known_names_there_is_nothing_to_suggest() -> None:
    assert closest_match("image", ()) is None
