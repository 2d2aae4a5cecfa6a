"""A number in place of a text: its bounds are those of the text."""

from typing import Annotated

import pytest
from pydantic import create_model

from function.base.int_or_string import IntOrString
from function.base.model import Spec
from function.base.text import Text
from function.platform.config import PlatformConfig
from function.publish.schema.model import read


@pytest.mark.parametrize(
    ("pattern", "longest", "minimum", "maximum"),
    [
        ("^-?[0-9]+$", 20, -999_999_999_999_999, 999_999_999_999_999),
        ("^(all|-?[0-9]+)$", 4, -999, 9999),
        ("^[0-9]+$", 4, 0, 9999),
        ("^[+]?[0-9]+$", 4, 0, 9999),
    ],
)
def test_a_number_in_place_of_a_text_has_a_sign_only_if_the_text_may(
    pattern: str, longest: int, minimum: int, maximum: int
) -> None:
    number = Annotated[str, Text(pattern, meaning="a number", example="1", max_length=longest), IntOrString()]
    model = create_model("Numbers", __base__=Spec, number=(number, ...))
    limits = getattr(read(model, PlatformConfig()).properties["number"].schema, "limits", {})
    assert (limits["minimum"], limits["maximum"]) == (minimum, maximum)
