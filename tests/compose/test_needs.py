"""What `.env` must have."""

import pytest

from function.base.manifest import Json
from function.compose.needs import Source, reference, source, variable

KEY = Source("Secret", "orders-db", "password", optional=False)


@pytest.mark.parametrize(
    ("value_from", "expected"),
    [
        ({"secretKeyRef": {"name": "orders-db", "key": "password"}}, KEY),
        (
            {"configMapKeyRef": {"name": "a", "key": "b", "optional": True}},
            Source("ConfigMap", "a", "b", optional=True),
        ),
        ({"fieldRef": {"fieldPath": "metadata.name"}}, None),
        (None, None),
    ],
)
def test_a_key_is_a_source(value_from: Json, expected: Source | None) -> None:
    assert source(value_from) == expected


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("DB", {}, "DB"),
        ("DB", {"DB": KEY}, "DB"),
        ("DB", {"DB": KEY._replace(key="user")}, "ORDERS_DB_PASSWORD"),
        ("my.db-1", {}, "my_db_1"),
        ("1DB", {}, "_1DB"),
    ],
)
def test_a_variable_keeps_its_name_unless_it_means_something_else(
    name: str, taken: dict[str, Source], expected: str
) -> None:
    assert variable(name, KEY, taken) == expected


def test_only_an_optional_value_may_be_missing() -> None:
    assert reference("DB", KEY) == "${DB:?set it in .env: key password of Secret orders-db}"
    assert reference("DB", KEY._replace(optional=True)) == "${DB:-}"
    assert reference("DB", KEY, "x") == "${DB:-x}"
