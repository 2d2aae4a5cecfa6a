"""What a compose file says and a claim cannot is never dropped without a word."""

import pytest

from function.base.manifest import Json
from function.importing.compose import beside_services, composed
from function.importing.described import Steps


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ({"expose": [9], "ports": ["80/udp"]}, [("ports", 0)]),
        ({"expose": [9, 3000, "7-8"], "ports": ["80:3000", "81:3000"]}, [("expose", 0), ("expose", 2)]),
        ({"ports": ["80:3000", "4000", "90:3000"]}, [("ports", 1)]),
        ({"ports": "3000", "expose": [9]}, [("ports",)]),
        ({"ports": [{"target": 80, "published": "8080", "mode": "host", "typo": 1}]}, [("ports", 0, "typo")]),
        ({"entrypoint": []}, [("entrypoint",)]),
        ({"entrypoint": ""}, [("entrypoint",)]),
        ({"command": []}, [("command",)]),
        ({"entrypoint": "", "command": ""}, [("entrypoint",), ("command",)]),
        ({"environment": {"false": "x", "A": "b"}}, [("environment", "false")]),
        ({"privileged": False, "tty": False, "read_only": False, "init": False}, []),
        ({"privileged": True, "restart": False}, [("privileged",), ("restart",)]),
        ({"deploy": {"mode": "replicated", "resources": None}}, []),
        ({"deploy": {"mode": "global"}}, [("deploy", "mode")]),
        ({"deploy": {"mode": "replicated-job"}}, [("deploy", "mode")]),
        ({"deploy": {"resources": "x"}}, [("deploy", "resources")]),
        ({"deploy": {"resources": {"other": 1}}}, [("deploy", "resources", "other")]),
        ({"deploy": {"resources": {"limits": ["x"]}}}, [("deploy", "resources", "limits")]),
    ],
    ids=str,
)
def test_a_part_that_has_no_place_is_named(service: dict[str, Json], expected: list[Steps]) -> None:
    (found,) = composed({"services": {"web": service}}, {})
    assert [misfit.path for misfit in found.unfit] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "x", "version": "3", "x-a": 1, "volumes": {}, "networks": None}, []),
        ({"include": ["a.yaml"], "volumes": {"a": None}}, ["include", "volumes"]),
        ({"secrets": {"a": {}}, "typo": 0}, ["secrets", "typo"]),
    ],
)
def test_what_is_beside_the_services(fields: dict[str, Json], expected: list[str]) -> None:
    found = beside_services({**fields, "services": {"a": {}}})
    assert [misfit.path for misfit in found] == [(key,) for key in expected]
