import pytest

from function.base.manifest import Json, Manifest
from function.readiness.condition import is_false, is_true, query
from tests.cel import is_a_truth_value, judge

OTHER: Json = {"type": "Other", "status": "True"}
TRUE: Json = {"type": "Done", "status": "True"}


def live(*conditions: Json) -> Manifest:
    return {"status": {"conditions": list(conditions)}}


@pytest.mark.parametrize("seen", [live(TRUE), live(OTHER, TRUE), live(TRUE, OTHER)])
def test_it_is_found_among_others(seen: Manifest) -> None:
    assert is_true(seen, "Done")
    assert judge(query("Done"), "object", seen)


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"status": {}},
        live(),
        live(OTHER),
        live({"type": "Done", "status": "False"}),
        live({"type": "Done", "status": "Unknown"}),
        live({"type": "done", "status": "True"}),
        live({"type": "Done", "status": "False"}, OTHER),
    ],
)
def test_nothing_else_is_it(seen: Manifest) -> None:
    assert not is_true(seen, "Done")
    assert not judge(query("Done"), "object", seen)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (live({"type": "Done", "status": "False"}), True),
        (live(OTHER, {"type": "Done", "status": "False"}), True),
        (live({"type": "Done", "status": "Unknown"}), False),
        (live({"type": "Other", "status": "False"}), False),
        (live(TRUE), False),
        ({}, False),
    ],
)
def test_what_is_not_there_is_not_false(seen: Manifest, *, expected: bool) -> None:
    assert is_false(seen, "Done") == expected


@pytest.mark.parametrize("seen", [None, [], {"status": {"conditions": "Done"}}, {"status": {"conditions": [1]}}])
def test_what_is_no_object_with_conditions_has_none(seen: Json) -> None:
    assert not is_true(seen, "Done")


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(query("Done"), "object")
