from typing import Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.event_driven_service import triggers
from function.base.discovery import discover, module, tagged_union, walk
from function.base.model import Spec


class Rain(Spec):
    type: Literal["rain"]


class Snow(Spec):
    type: Literal["snow"]


WEATHER: TypeAdapter[Rain | Snow] = TypeAdapter(tagged_union({"rain": Rain, "snow": Snow}))


def test_the_modules_of_a_package_are_its_members_sorted_and_without_private_ones() -> None:
    found = discover(triggers.__name__)
    assert list(found) == sorted(found)
    assert "cron" in found
    assert not [name for name in found if name.startswith("_")]


def test_a_module_that_does_not_exist_is_an_error() -> None:
    assert module(triggers.__name__) is triggers
    with pytest.raises(ModuleNotFoundError, match="tide"):
        module(f"{triggers.__name__}.tide")


def test_a_walk_meets_each_module_below_once_private_ones_too() -> None:
    names = [found.__name__ for found in walk("function.apis")]
    assert names == sorted(names, key=lambda name: name.split("."))
    assert len(set(names)) == len(names)
    assert {"function.apis.api", triggers.__name__, f"{triggers.__name__}.cron", f"{triggers.__name__}._trigger"} <= {
        *names
    }


def test_the_tag_chooses_the_model() -> None:
    assert isinstance(WEATHER.validate_python({"type": "snow"}), Snow)


@pytest.mark.parametrize("value", [{"type": "hail"}, {}, {"type": None}, "rain", {"type": "rain", "mm": 3}])
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        WEATHER.validate_python(value)


@pytest.mark.parametrize("key", ["storm", "rai", "ain"])
def test_a_model_whose_tag_is_not_the_name_of_its_module_is_refused(key: str) -> None:
    with pytest.raises(TypeError, match=f"must be Literal\\['{key}'\\], as the module is named"):
        tagged_union({key: Rain})
