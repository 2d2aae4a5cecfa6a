"""Paths of messages as steps."""

import pytest

from function.base.manifest import Manifest
from function.importing.claim_path import steps

VALUE: Manifest = {"a": {"b.c": 1, "b": {"c": 2, "d": [0, {"e": None}]}, "b.c/d[0]": 3}}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", []),
        ("a", ["a"]),
        ("a.b.c", ["a", "b.c"]),
        ("a.b.c/d[0]", ["a", "b.c/d[0]"]),
        ("a.b.d[1].e", ["a", "b", "d", 1, "e"]),
        ("a.b.d[0]", ["a", "b", "d", 0]),
        ("a.b.d[1].x", ["a", "b", "d", 1]),
        ("a.b.d[2].e", ["a", "b", "d"]),
        ("a.b.d[x]", ["a", "b", "d"]),
        ("a.b.d[99999999999]", ["a", "b", "d"]),
        ("a.b.d[٣]", ["a", "b", "d"]),
        ("a.b.d.e", ["a", "b", "d"]),
        ("a[0]", ["a"]),
        ("x.y", []),
    ],
)
def test_as_far_as_the_value_has_it(path: str, found: list[str | int]) -> None:
    assert steps(VALUE, path) == found
