import pytest

from function.base.manifest import Json
from function.origins.inputs import Input
from function.origins.others import others
from function.publish.schema.tree import Scalar

STEPS = ("spec", "a")


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ("ghcr.io/a/b:1.4.2", "ghcr.io/a/b:1.4.3"),
        ("orders", "ordersx"),
        ("v9", "v10"),
        (True, False),
        (3, 4),
        (0.5, 0.25),
    ],
)
def test_the_first_other_value_is_close(value: Json, first: Json) -> None:
    assert next(others(Input(STEPS, value))) == first


def test_values_of_an_enumeration_come_first() -> None:
    schema = Scalar(type="string", enum=("small", "medium"))
    assert next(others(Input(STEPS, "small", schema=schema))) == "medium"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (Scalar(type="boolean"), [True, False]),
        (Scalar(type="integer", limits={"minimum": 5}), [5, 6]),
        (Scalar(type="integer"), [1, 2]),
        (Scalar(type="string", examples=("a", "b")), ["a", "b", "other"]),
        (Scalar(type="string", enum=("a",)), ["a"]),
    ],
)
def test_a_field_without_a_value_gets_some_that_fit(schema: Scalar, expected: list[Json]) -> None:
    assert list(others(Input(STEPS, None, written=False, schema=schema))) == expected


@pytest.mark.parametrize("value", ["a1", "", 5, True, 1.5, None])
def test_no_other_value_is_the_same(value: Json) -> None:
    assert value not in list(others(Input(STEPS, value, schema=Scalar(type="string", examples=("a1",)))))


def test_few_values_are_tried() -> None:
    schema = Scalar(type="string", examples=tuple(map(str, range(50))))
    assert len(list(others(Input(STEPS, "a", schema=schema)))) == 6
