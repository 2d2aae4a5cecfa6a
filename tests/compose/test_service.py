"""A container is a service with the same command, user, and limits."""

import pytest

from function.base.manifest import Json, Manifest
from function.compose.environment import environment
from function.compose.service import service
from function.compose.text import ExpansionError
from tests.compose.objects import container, env


def made(pod: Json = None, **fields: Json) -> Manifest:
    main = container(**fields)
    return service(main, pod, environment(main, {}, {}, None), {})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        ({"imagePullPolicy": "Always"}, {"pull_policy": "always"}),
        ({"imagePullPolicy": "IfNotPresent"}, {}),
        ({"command": ["a", "$(B)"], "args": ["$C"]}, {"entrypoint": ["a", "$$(B)"], "command": ["$$C"]}),
        ({"workingDir": "/srv/$(A)"}, {"working_dir": "/srv/$$(A)"}),
        ({"image": "a$b"}, {"image": "a$$b"}),
        ({"securityContext": {"runAsUser": 0}}, {"user": "0"}),
        (
            {"envFrom": [{"secretRef": {"name": "a$b"}}, {"configMapRef": {"name": "c", "optional": True}}]},
            {"env_file": [{"path": "a$$b.env", "required": True}, {"path": "c.env", "required": False}]},
        ),
        (
            {"resources": {"limits": {"cpu": "250m", "memory": "1Mi"}, "requests": {"cpu": "1"}}},
            {"deploy": {"resources": {"limits": {"cpus": "0.25", "memory": "1048576b"}}}},
        ),
        ({"resources": {"requests": {"cpu": "1"}}}, {}),
    ],
)
def test_a_field_has_its_equivalent(fields: dict[str, Json], expected: Manifest) -> None:
    assert made(**fields) == {"image": "ghcr.io/example/orders:1", **expected}


@pytest.mark.parametrize(
    ("pod", "expected"),
    [
        ({"securityContext": {"runAsUser": 1000, "fsGroup": 0}}, {"user": "1000", "group_add": ["0"]}),
        ({"terminationGracePeriodSeconds": 0}, {"stop_grace_period": "0s"}),
    ],
)
def test_a_field_of_the_pod_has_its_equivalent(pod: Json, expected: Manifest) -> None:
    assert made(pod) == {"image": "ghcr.io/example/orders:1", **expected}


def test_words_and_variables_are_expanded() -> None:
    found = made(env=env(A="1"), args=["--a=$(A)"])
    assert (found["command"], found["environment"]) == (["--a=1"], {"A": "1"})


def test_it_starts_after_what_it_depends_on() -> None:
    main = container()
    found = service(main, {}, environment(main, {}, {}, None), {"nats": "service_healthy"})
    assert found["depends_on"] == {"nats": {"condition": "service_healthy"}}


@pytest.mark.parametrize("field", ["command", "args"])
def test_words_that_grow_are_refused(field: str) -> None:
    with pytest.raises(ExpansionError, match=f"^{field} of main: the values of variables have more than"):
        made(env=env(A="x" * 2**18), **{field: ["$(A)", "$(A)$(A)", "$(A)$(A)"]})
