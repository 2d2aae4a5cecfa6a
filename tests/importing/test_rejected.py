"""What is taken out of a claim."""

import pytest

from function.base.problems import Problem
from function.importing.rejected import Rejected


@pytest.mark.parametrize(
    ("path", "code", "reason"),
    [
        ("spec.env[1].name", "EP101", "name: no"),
        ("spec.env[1].name", "EP105", "no"),
        ("spec.env[1]", "EP101", "no"),
        ("spec.env", "EP101", "spec.env: no"),
    ],
)
def test_a_missing_field_is_named(path: str, code: str, reason: str) -> None:
    assert Rejected(Problem(path=path, message="no", code=code), ("spec", "env", 1), {}).reason == reason
