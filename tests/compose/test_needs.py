"""What `.env` must have."""

import pytest

from function.base.manifest import Json
from function.compose.needs import Source, reference, source, variable

KEY = Source("Secret", "orders-db", "password", optional=False)
OTHER = KEY._replace(key="user")


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
        ("DB", {}, "ENV_DB"),
        ("DB", {"ENV_DB": KEY}, "ENV_DB"),
        ("DB", {"ENV_DB": OTHER}, "ENV_DB_2"),
        ("DB", {"ENV_DB": OTHER, "ENV_DB_2": OTHER}, "ENV_DB_3"),
        ("DB", {"ENV_DB": OTHER, "ENV_DB_2": KEY}, "ENV_DB_2"),
        ("my.db-1", {}, "ENV_my_db_1"),
        ("1DB", {}, "ENV_1DB"),
        *((name, {}, f"ENV_{name}") for name in ("COMPOSE_FILE", "DOCKER_HOST", "AWS_SECRET_ACCESS_KEY")),
    ],
)
def test_a_variable_has_a_name_that_no_shell_and_nothing_else_has(
    name: str, taken: dict[str, Source], expected: str
) -> None:
    assert variable(name, KEY, taken) == expected


def test_only_an_optional_value_may_be_missing() -> None:
    assert reference("ENV_DB", KEY) == "${ENV_DB:?set it in .env: key password of Secret orders-db}"
    assert reference("ENV_DB", KEY._replace(optional=True)) == "${ENV_DB:-}"
    assert reference("ENV_DB", KEY, "x") == "${ENV_DB:-x}"


def test_a_name_ends_no_reference_and_begins_none() -> None:
    odd = Source("Secret", "a}${HOME}", "$(b)", optional=False)
    assert reference("ENV_DB", odd) == "${ENV_DB:?set it in .env: key __b_ of Secret a___HOME_}"
