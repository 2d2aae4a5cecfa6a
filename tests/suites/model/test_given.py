"""What a case gives replaces what its suite gives."""

import pytest

from function.base.manifest import Json
from function.suites.model.given import Given, merged


@pytest.mark.parametrize(
    ("suite", "case", "expected"),
    [
        ({}, {}, {}),
        ({"claim": "a"}, {}, {"claim": "a"}),
        ({"claim": "a", "name": "b"}, {"claim": "c"}, {"claim": "c"}),
        ({"claim": "a"}, {"manifest": {"kind": "b"}}, {"manifest": {"kind": "b"}}),
        ({"manifest": {"kind": "b"}}, {"claim": "a"}, {"claim": "a"}),
        ({"running": True, "observed": ["a"]}, {"running": False}, {"running": False, "observed": ["a"]}),
        ({"required": ["a"]}, {"required": []}, {"required": []}),
    ],
)
def test_a_field_of_the_case_wins(suite: dict[str, Json], case: dict[str, Json], expected: dict[str, Json]) -> None:
    found = merged(Given.model_validate(suite), Given.model_validate(case))
    assert found == Given.model_validate(expected)
