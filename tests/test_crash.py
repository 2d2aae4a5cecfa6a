from collections.abc import Callable

from function.base.summary import Crash
from function.crash import crash_of

CANARY = "canary-5up3r"


def crash(fail: Callable[[], object]) -> Crash:
    try:
        fail()
    except Exception as error:
        return crash_of(error)
    raise AssertionError("nothing failed")


def missing_key() -> object:
    texts: dict[str, str] = {}
    return texts[CANARY]


def with_cause() -> object:
    try:
        return missing_key()
    except KeyError as error:
        raise ValueError(CANARY) from error


def with_context() -> object:
    try:
        return missing_key()
    finally:
        int(CANARY)


def without_context() -> object:
    try:
        return missing_key()
    except KeyError:
        raise ValueError(CANARY) from None


def endless() -> object:
    return endless()


def names(found: Crash) -> list[str]:
    """Return the types and functions of a crash, without its lines."""
    return [place.rpartition(" ")[2] for place in found.places]


def test_the_exceptions_are_named_with_the_places_they_passed() -> None:
    assert names(crash(missing_key)) == ["KeyError", "crash", "missing_key"]
    assert crash(missing_key).places[2].startswith("test_crash.py:")


def test_a_cause_and_a_context_follow_the_exception() -> None:
    cause = ["KeyError", "with_cause", "missing_key"]
    assert names(crash(with_cause)) == ["ValueError", "crash", "with_cause", *cause]
    context = ["KeyError", "with_context", "missing_key"]
    assert names(crash(with_context)) == ["ValueError", "crash", "with_context", *context]


def test_a_suppressed_context_is_left_out() -> None:
    assert names(crash(without_context)) == ["ValueError", "crash", "without_context"]


def test_no_message_is_repeated() -> None:
    assert CANARY not in str([crash(fail) for fail in (missing_key, with_cause, with_context, without_context)])


def test_another_bug_is_another_incident() -> None:
    assert crash(missing_key).incident == crash(missing_key).incident != crash(with_cause).incident


def test_the_incident_of_an_endless_recursion_does_not_depend_on_where_it_began() -> None:
    def deeper(frames: int) -> Crash:
        return deeper(frames - 1) if frames else crash(endless)

    assert len(deeper(0).places) != len(deeper(7).places)
    assert deeper(0).incident == deeper(7).incident
