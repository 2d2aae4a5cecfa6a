"""The fields of a service in a compose file."""

import pytest

from function.base.manifest import Json
from function.importing.compose_fields import FIELDS
from function.importing.described import Misfit, Steps

HOSTILE: list[Json] = [
    None,
    True,
    False,
    0,
    -1,
    10**400,
    1e308,
    "",
    "x",
    [],
    {},
    [[]],
    [{}],
    [None],
    {"": None},
    {"a": [{}]},
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: str(value)[:20])
def test_every_field_takes_every_value(field: str, value: Json) -> None:
    unfit: list[Misfit] = []
    part = FIELDS[field](value, unfit)
    assert part is None or len(part) == 3
    assert all(misfit.path[0] in (field, "ports") for misfit in unfit)


@pytest.mark.parametrize(
    ("field", "value", "paths"),
    [
        ("command", ["a", None, {}, "b", True], [("command", 1), ("command", 2), ("command", 4)]),
        ("entrypoint", [None], [("entrypoint", 0)]),
        ("environment", ["A=1", {}, "A=2"], [("environment", 0), ("environment", 1)]),
        ("environment", {"A": [], "B": {}, "C": 1}, [("environment", "A"), ("environment", "B")]),
        ("deploy", {"mode": "x", "labels": {}, "resources": {"limits": {"cpus": "x"}}}, None),
    ],
)
def test_each_part_that_has_no_place_is_named(field: str, value: Json, paths: list[Steps] | None) -> None:
    unfit: list[Misfit] = []
    assert FIELDS[field](value, unfit) is not None
    assert [misfit.path for misfit in unfit] == (
        paths or [("deploy", "labels"), ("deploy", "resources", "limits", "cpus")]
    )
