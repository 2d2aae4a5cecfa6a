"""Where a Score file says what a field of a claim says."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.described import Steps
from function.importing.score_places import place

CONTAINER: Manifest = {"image": "a", "args": ["a", "b"], "variables": {"A": "1"}, "livenessProbe": {}}


@pytest.mark.parametrize(
    ("steps", "value", "found"),
    [
        (("env", 0), {"name": "A"}, ("variables", "A")),
        (("nats", "url"), "x", ("variables", "NATS_URL")),
        (("args", 1), "b", ("args", 1)),
        (("args",), None, ("args",)),
        (("image",), "a", ("image",)),
        (("healthPath",), "x", ("livenessProbe",)),
    ],
)
def test_the_field_of_the_container(steps: Steps, value: Json, found: Steps) -> None:
    assert place("app", CONTAINER, ("spec", *steps), value) == ("containers", "app", *found)


@pytest.mark.parametrize("steps", [("command", 1), ("readyPath",), ("size",), ("httpPort",)])
def test_what_the_file_does_not_say_has_no_place(steps: Steps) -> None:
    assert place("app", CONTAINER, ("spec", *steps), None) == ()
