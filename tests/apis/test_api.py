import re

import pytest

from function.apis.api import NAME_INVALID, Api, Column
from function.apis.registry import APIS
from function.base.model import Spec
from tests.leaves import leaves

EVERY = pytest.mark.parametrize("api", APIS.values(), ids=APIS)


def test_the_names_that_are_contract() -> None:
    api = APIS["EventDrivenService"]
    assert (api.kind, api.composite_kind, api.plural, api.short_name) == (
        "EventDrivenService",
        "XEventDrivenService",
        "eventdrivenservices",
        "eds",
    )
    assert api.folder == "eventdrivenservice"
    assert api.name_max == 47


@EVERY
def test_plural_and_short_name_are_dns_labels(api: Api[Spec]) -> None:
    assert api.plural == api.plural.lower()
    assert re.fullmatch("[a-z]+", api.short_name)
    assert api.plural.startswith(api.folder)


@EVERY
def test_a_column_shows_a_field_that_exists(api: Api[Spec]) -> None:
    shown: dict[str, type[Spec]] = {"spec": api.spec, "status": api.status}
    for column in api.columns:
        _, part, path = column.path.split(".", 2)
        assert path in set(leaves(shown[part])), column


@EVERY
def test_columns_have_names_of_their_own(api: Api[Spec]) -> None:
    names = [column.name for column in api.columns]
    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if name != name.upper()] == []


def test_the_messages_about_names_say_what_to_do() -> None:
    assert APIS["EventDrivenService"].name_too_long == "a name must be at most 47 characters long"
    assert NAME_INVALID == "a name must be lowercase letters, digits and dashes, starting with a letter"


def test_a_column_is_shown_by_default_as_text() -> None:
    column = Column("SIZE", ".spec.size")
    assert (column.type, column.priority) == ("string", 0)
