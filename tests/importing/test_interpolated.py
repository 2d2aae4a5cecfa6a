"""Parts of compose files with the values of variables."""

import pytest

from function.base.manifest import Json
from function.importing.interpolated import Interpolated, interpolated


def test_texts_at_every_depth_get_values_and_keys_do_not() -> None:
    value: Json = {"$A": ["$A", {"b": "${A}"}, 1, None, True]}
    assert interpolated(value, {"A": "x"}, ("image",)) == Interpolated({"$A": ["x", {"b": "x"}, 1, None, True]})


def test_what_has_no_value_is_null_and_has_its_path() -> None:
    found = interpolated({"a": ["b", "$NONE"], "c": "${"}, {}, ("deploy",))
    assert found.value == {"a": ["b", None], "c": None}
    assert [misfit.path for misfit in found.misfits] == [("deploy", "a", 1), ("deploy", "c")]


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("image", "a:$NAME", True),
        ("environment", "a$NAME", False),
        ("environment", "a${NAME}", True),
        ("environment", "a${NAME:?x}", True),
        ("environment", "$NAME", True),
        ("command", "x=$NAME", True),
        ("command", "x=a$NAME", False),
        ("command", "x=a=$NAME", False),
    ],
)
def test_what_may_be_part_of_a_password_is_not_shown(field: str, text: str, *, shown: bool) -> None:
    (misfit,) = interpolated(text, {}, (field,)).misfits
    assert ("no value for NAME" in misfit.message) is shown
    assert ("write it as ${NAME} to see its name" in misfit.message) is not shown


def test_what_is_no_variable_has_its_own_message() -> None:
    (misfit,) = interpolated("a$", {}, ("image",)).misfits
    assert misfit.message == "does not fit into a claim: invalid variable. Hint: write ${NAME}, or $$ for a $"
