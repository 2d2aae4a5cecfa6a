import pytest

from function.apis.infra_binding.kafka.properties import texts
from function.base.manifest import Json


@pytest.mark.parametrize(("value", "expected"), [(True, "true"), (False, "false"), (0, "0"), (-1, "-1"), ("a", "a")])
def test_values_are_texts_as_clients_read_them(value: Json, expected: str) -> None:
    assert texts({"a": value}) == {"a": expected}


def test_what_is_not_set_is_left_to_the_client() -> None:
    assert texts({"a": None, "b": ""}) == {"b": ""}
