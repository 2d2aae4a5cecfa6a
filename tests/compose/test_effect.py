"""What has no effect is told with its reason."""

from function.base.manifest import Json
from function.compose.effect import without


def test_a_field_is_told_unless_it_has_an_effect() -> None:
    given: dict[str, Json] = {"known": 1, "useless": {}, "new": None}
    known = {"known": "", "useless": "nothing does that", "absent": "never"}
    assert [*without(given, known, "main: ")] == [
        "main: useless: nothing does that",
        "main: new: this command does not translate it",
    ]
    assert [*without({}, known)] == []
