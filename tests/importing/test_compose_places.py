"""Where a compose file says what a field of a claim says."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.compose_places import place
from function.importing.described import Steps


@pytest.mark.parametrize(
    ("service", "steps", "value", "found"),
    [
        ({"environment": {"A": "1", "B": "2"}}, ("env", 1), {"name": "B"}, ("environment", "B")),
        ({"environment": ["B=1", "A=1", "B=2"]}, ("env", 0), {"name": "B"}, ("environment", 2)),
        ({"environment": {"NATS_URL": "x"}}, ("nats", "url"), "x", ("environment", "NATS_URL")),
        ({"environment": {"A": "1"}}, ("env",), None, ("environment",)),
        ({"command": ["a", "b"]}, ("args", 1), "b", ("command", 1)),
        ({"command": "a b"}, ("args", 1), "b", ("command",)),
        ({"entrypoint": ["a"]}, ("command", 0), "a", ("entrypoint", 0)),
        ({"image": "a"}, ("image",), "a", ("image",)),
        ({"expose": [80]}, ("httpPort",), 80, ("expose",)),
        ({"scale": 1, "deploy": {}}, ("scaling", "minReplicas"), 1, ("scale",)),
        ({"deploy": {}}, ("resources", "limits", "cpu"), "1", ("deploy",)),
    ],
)
def test_the_field_of_the_service(service: Manifest, steps: Steps, value: Json, found: Steps) -> None:
    assert place(service, ("spec", *steps), value) == found


@pytest.mark.parametrize("steps", [("args", 1), ("podLabels", "a"), ("size",), ("env", 0)])
def test_what_the_file_does_not_say_has_no_place(steps: Steps) -> None:
    assert place({"image": "a"}, ("spec", *steps), None) == ()
