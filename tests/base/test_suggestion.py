import pytest

from function.base.suggestion import closest_match, only_slip

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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("imgae", "image"),
        ("imag", "image"),
        ("imagee", "image"),
        ("imoge", "image"),
        ("Image", "image"),
        ("http_port", "httpPort"),
        ("HTTP-Port", "httpPort"),
        ("htp_port", "httpPort"),
    ],
)
def test_one_slip_has_one_meaning(name: str, expected: str) -> None:
    assert only_slip(name, KNOWN) == expected


@pytest.mark.parametrize("name", ["", "img", "imgea", "imagePolicy", "scallling", "nat2s1", "iamgee", "größe"])
def test_two_slips_have_none(name: str) -> None:
    assert only_slip(name, KNOWN) is None


@pytest.mark.parametrize(
    ("name", "known"), [("mix", ("min", "max")), ("A-B", ("ab", "a_b")), ("key", ("keys", "kex")), ("x", ())]
)
def test_two_possible_names_are_none(name: str, known: tuple[str, ...]) -> None:
    assert only_slip(name, known) is None


def test_the_same_letters_precede_a_slip() -> None:
    assert only_slip("Key", ("keys", "key")) == "key"
