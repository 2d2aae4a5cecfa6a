"""Every field of the source documents becomes what the list says: another value changes the object, file, or line."""

import re
from functools import cache

import pytest

from function.base.outcome import Outcome
from function.render import render
from tests.l5.effects import effects, is_shown, unmanaged
from tests.l5.paths import steps_of
from tests.l5.rows import ROWS, Row
from tests.l5.uses import Use, uses

REASONS = "unmanaged.yaml "


@cache
def answers(field: str) -> list[tuple[Outcome, Outcome]]:
    return [(render(use.before), render(use.after)) for use in uses()[field]]


def of_every_type(field: str) -> list[str]:
    """Return the fields with a use that a row is about."""
    pattern = re.escape(field).replace(re.escape("(*)"), r"\([^)]*\)")
    return [known for known in uses() if re.fullmatch(pattern, known)]


def not_shown(row: Row) -> list[str]:
    """Return the places that do not change in any use of the field, or the field if nothing uses it."""
    fields = of_every_type(row.field)
    return [f"{field}: {place}" for field in fields for place in row.becomes if not changes(field, place)] or (
        [] if fields else [f"{row.field}: no use"]
    )


def changes(field: str, place: str) -> bool:
    """Return whether a place changes with a field; a line need not, if it says why there is no object for the field."""
    for before, after in answers(field):
        found = effects(before, after)
        if is_shown(place, found) or (is_shown("binding.yaml", found) and is_reason(field, place, after)):
            return True
    return False


def is_reason(field: str, place: str, answer: Outcome) -> bool:
    """Return whether a place is a line of the answer about the field, or about something that it is part of."""
    line = place.removeprefix(REASONS)
    about = [step for step in steps_of(field) if not step.startswith("(")]
    said = steps_of(line.replace("[0]", "[]"))
    same = len(said) <= len(about) and all(step in (one, "{}") for one, step in zip(said, about, strict=False))
    return place != line and line in unmanaged(answer) and same


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.field)
def test_a_field_becomes_what_the_list_says(row: Row) -> None:
    assert not_shown(row) == []


def test_no_field_is_in_the_list_twice() -> None:
    fields = [field for row in ROWS for field in of_every_type(row.field)]
    assert sorted({field for field in fields if fields.count(field) > 1}) == []


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("streams{}(kafka).topic", "KafkaTopic spec.partitions"),
        ("streams{}(kafka).topic", "KafkaTopic spec.topic"),
        ("streams{}(kafka).topic", "Topic"),
        ("streams{}(kafka).topic", "lookups.yaml entry.topic"),
        ("streams{}(kafka).topic", "unmanaged.yaml streams.entry"),
        ("monitoring.metrics(datadog).api_key", "unmanaged.yaml monitoring"),
        ("monitoring.metrics(datadog).api_key", "unmanaged.yaml monitoring.tracing"),
        ("streams{}(rabbitmq).topic", "streams.yaml entry.topic"),
        ("lookups{}(*).uri", "KafkaTopic"),
    ],
)
def test_what_it_does_not_become_is_found(field: str, place: str) -> None:
    assert not_shown(Row(("001",), field, (place,))) != []


def test_a_use_is_of_two_different_documents() -> None:
    same: list[Use] = [use for found in uses().values() for use in found if use.before == use.after]
    assert same == []
