import pytest

from function.apis.event_driven_service.binding.entry import entry
from function.base.manifest import Json, Manifest
from tests.bound import KAFKA, STREAMS

PATH = "spec.bindingRef.env[0].stream"
BROKEN = (
    "spec.bindingRef.name: ConfigMap 'payments-binding' has something other than a stream at streams.orders. "
    "Hint: revert the change to the ConfigMap, or delete it; the binding then recreates it"
)


def found(entries: Manifest, name: str) -> tuple[Json, str]:
    value, problem = entry(entries, name, path=PATH, singular="stream", binding="payments")
    return value, str(problem) if problem else ""


def test_an_entry_is_found_by_its_logical_name() -> None:
    assert found(STREAMS, "orders") == (KAFKA, "")


@pytest.mark.parametrize(
    ("entries", "name", "text"),
    [
        (
            STREAMS,
            "ordres",
            (
                "must be one of [alerts, orders, settlements], the streams of binding 'payments'; got 'ordres'. "
                "Hint: did you mean 'orders'?"
            ),
        ),
        (
            STREAMS,
            "x",
            (
                "must be one of [alerts, orders, settlements], the streams of binding 'payments'; got 'x'. "
                "Hint: correct the name, or add the stream to the binding"
            ),
        ),
        ({}, "x", "binding 'payments' has no streams; got 'x'. Hint: add the stream to the binding"),
        (
            {"x" * 64: {}},
            "x",
            "must be one of the streams of binding 'payments'; got 'x'. Hint: add the stream to the binding",
        ),
        (
            {"orders": None, "audit": {}},
            "order",
            (
                "must be one of [audit], the streams of binding 'payments'; got 'order'. "
                "Hint: correct the name, or add the stream to the binding"
            ),
        ),
    ],
)
def test_an_unknown_name_is_a_problem_that_lists_the_names(entries: Manifest, name: str, text: str) -> None:
    assert found(entries, name) == ({}, f"{PATH}: {text}")


@pytest.mark.parametrize("value", [None, [], "text", 1, True, [KAFKA]])
def test_an_entry_that_is_no_object_is_an_edited_document(value: Json) -> None:
    assert found({"orders": value}, "orders") == ({}, BROKEN)


@pytest.mark.parametrize("nested", ["mapping", "list"])
def test_an_entry_that_is_nested_too_deep_is_an_edited_document(nested: str) -> None:
    """What reads it would exceed Python's stack."""
    value: Json = 1
    for _ in range(900):
        value = {"a": value} if nested == "mapping" else [value]
    assert found({"orders": {"scaling": value}}, "orders") == ({}, BROKEN)


def test_an_entry_as_deep_as_bindings_write_it_is_read() -> None:
    value: Json = {"a": [{"b": [{"c": [{"d": [1]}]}]}]}
    assert found({"orders": {"scaling": value}}, "orders") == ({"scaling": value}, "")


def test_only_names_that_a_claim_can_write_are_listed() -> None:
    text = found({"orders": {}, "Orders": {}, "a\x1b[2J": {}, "\u202e": {}, "\ud800": {}, "password=hunter2": {}}, "x")[
        1
    ]
    assert "must be one of [orders], the streams" in text


def test_many_names_are_not_all_listed() -> None:
    _, text = found({f"stream_{number}": {} for number in range(1000)}, "other")
    assert ", …]" in text
    assert len(text) < 800


def test_a_document_with_many_long_names_gives_a_short_message() -> None:
    names = [*(f"orders{number}" for number in range(50_000)), "x" * 900_000]
    entries: Manifest = {name: {} for name in names}
    assert len(found(entries, "y" * 60)[1]) < 1000
