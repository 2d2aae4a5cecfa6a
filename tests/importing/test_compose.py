"""Services of a compose file as Deployments."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.importing.compose import composed, is_compose

VARIABLES = {"SET": "x"}


def container(**service: Json) -> dict[str, Any]:
    (found,) = composed({"services": {"web": service}}, VARIABLES)
    template: Any = found.objects["Deployment"]["spec"]
    return dict(template["template"]["spec"]["containers"][0])


def unfit(**service: Json) -> list[tuple[str | int, ...]]:
    (found,) = composed({"services": {"web": service}}, VARIABLES)
    return [misfit.path for misfit in found.unfit]


@pytest.mark.parametrize(
    "document", [{"services": {"a": {}}}, {"version": "3", "services": {"a": {}, "b": {"image": "x"}}}]
)
def test_a_compose_file_has_services(document: Json) -> None:
    assert is_compose(document)


@pytest.mark.parametrize(
    "document",
    [
        {},
        None,
        "services",
        {"services": {}},
        {"services": ["a"]},
        {"services": {"a": 1}},
        {"apiVersion": "v1", "services": {"a": {}}},
        {"kind": "List", "services": {"a": {}}},
    ],
)
def test_other_documents_are_none(document: Json) -> None:
    assert not is_compose(document)


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ({"image": "a:1"}, {"image": "a:1"}),
        (
            {"command": "serve --port 1", "entrypoint": ["/app"]},
            {"args": ["serve", "--port", "1"], "command": ["/app"]},
        ),
        (
            {"environment": {"A": "$$x", "B": True}},
            {"env": [{"name": "A", "value": "$x"}, {"name": "B", "value": "true"}]},
        ),
        ({"environment": ["A=1=2", "B="]}, {"env": [{"name": "A", "value": "1=2"}, {"name": "B", "value": ""}]}),
        ({"ports": ["80:3000"]}, {"ports": [{"containerPort": 3000}]}),
        ({"ports": ["80:3000"], "expose": [9]}, {"ports": [{"containerPort": 3000}]}),
        ({"expose": [9]}, {"ports": [{"containerPort": 9}]}),
        ({"user": "5:6"}, {"securityContext": {"runAsUser": 5, "runAsGroup": 6}}),
        ({"user": 5}, {"securityContext": {"runAsUser": 5}}),
        ({"pull_policy": "always"}, {"imagePullPolicy": "Always"}),
        ({"restart": "always", "x-note": 1, "volumes": None}, {}),
        ({"image": "a:${TAG:-1}"}, {"image": "a:1"}),
        ({"image": "a:$SET"}, {"image": "a:x"}),
        ({"command": "a $SET '${NONE:-b c}' $$HOME"}, {"args": ["a", "x", "b c", "$HOME"]}),
        ({"ports": ["${NONE:-80}:${NONE:-3000}"]}, {"ports": [{"containerPort": 3000}]}),
        (
            {"environment": {"SET": None, "A": "${SET}-${NONE-}"}},
            {"env": [{"name": "SET", "value": "x"}, {"name": "A", "value": "x-"}]},
        ),
        ({"environment": ["SET", "A=$$SET"]}, {"env": [{"name": "SET", "value": "x"}, {"name": "A", "value": "$SET"}]}),
        (
            {"deploy": {"resources": {"limits": {"cpus": "0.5"}, "reservations": {"memory": "1g"}}}},
            {"resources": {"limits": {"cpu": "500m"}, "requests": {"memory": "1Gi"}}},
        ),
    ],
)
def test_fields_that_say_the_same(service: dict[str, Json], expected: Manifest) -> None:
    assert container(**service) == {"name": "main", **expected}
    assert unfit(**service) == []


@pytest.mark.parametrize(
    ("service", "paths"),
    [
        ({"image": "a:${TAG}"}, [("image",)]),
        ({"command": "a $B"}, [("command",)]),
        ({"command": 'a "b'}, [("command",)]),
        (
            {"environment": {"A": "${B}", "C": None, "D": [1]}},
            [("environment", "A"), ("environment", "C"), ("environment", "D")],
        ),
        ({"environment": ["A", "B=$C"]}, [("environment", 0), ("environment", 1)]),
        ({"environment": ["A=1", None, "B=2", {"C": "3"}, "A=3"]}, [("environment", 0), ("environment", 3)]),
        ({"command": ["a", None, "$NONE", True, "b"]}, [("command", 2), ("command", 1), ("command", 3)]),
        ({"image": "a:$"}, [("image",)]),
        ({"ports": ["$NONE:80", "1:2"]}, [("ports", 0)]),
        ({"healthcheck": {"test": ["CMD", "curl", "http://localhost:${NONE}/"]}}, [("healthcheck", "test", 2)]),
        ({"environment": "A=1"}, [("environment",)]),
        ({"ports": ["1:2", "3:4", "5-6:7-8", "9/udp"]}, [("ports", 1), ("ports", 2), ("ports", 3)]),
        ({"ports": "80"}, [("ports",)]),
        ({"healthcheck": {"test": ["CMD", "pg_isready"]}}, [("healthcheck",)]),
        ({"healthcheck": "x"}, [("healthcheck",)]),
        (
            {"deploy": {"placement": {}, "resources": {"limits": {"pids": 1}}}},
            [("deploy", "placement"), ("deploy", "resources", "limits", "pids")],
        ),
        ({"deploy": 1}, [("deploy",)]),
        ({"user": "root"}, [("user",)]),
        ({"user": "1:staff"}, [("user",)]),
        ({"restart": "no"}, [("restart",)]),
        ({"pull_policy": "daily"}, [("pull_policy",)]),
        ({"stop_grace_period": "soon"}, [("stop_grace_period",)]),
        ({"volumes": ["a:/b"], "networks": ["c"], "privileged": True}, [("volumes",), ("networks",), ("privileged",)]),
        ({"build": ".", "unheard_of": 1}, [("build",), ("unheard_of",)]),
    ],
)
def test_what_has_no_place_is_listed(service: dict[str, Json], paths: list[tuple[str | int, ...]]) -> None:
    assert unfit(**service) == paths


def message(**service: Json) -> str:
    (found,) = composed({"services": {"web": service}}, VARIABLES)
    (misfit,) = found.unfit
    return misfit.message


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ({"image": "a:$TAG"}, "TAG"),
        ({"image": "${REGISTRY}/a:${TAG:?set it}"}, "REGISTRY, TAG"),
        ({"environment": {"A": "${B}"}}, "B"),
        ({"environment": {"A": "$B"}}, "B"),
        ({"environment": ["A=$B"]}, "B"),
        ({"environment": ["A"]}, "A"),
        ({"environment": {"A": None}}, "A"),
        ({"command": ["a", "${B}"]}, "B"),
    ],
)
def test_a_variable_without_a_value_is_named(service: dict[str, Json], name: str) -> None:
    assert message(**service) == (
        f"does not fit into a claim: no value for {name}. Hint: set {name} in the environment or in a file .env"
    )


@pytest.mark.parametrize("text", ["pa$CANARY", "CANARY$CANARY", "A=CANARY$CANARY", "CANARY$1", "CANARY${", "CANARY$"])
def test_a_password_with_a_dollar_sign_is_not_repeated(text: str) -> None:
    found = message(environment={"A": text})
    assert found
    assert "CANARY" not in found + message(command=[text])


def test_of_two_variables_with_one_name_the_last_counts() -> None:
    assert container(environment=["A=1", "A=2"])["env"] == [{"name": "A", "value": "2"}]
    assert "overrides it" in message(environment=["A=1", "A=2"])


def test_a_health_check_is_the_readiness_probe() -> None:
    test: Json = ["CMD", "curl", "-f", "http://localhost:3000/up"]
    check: Manifest = {"test": test, "interval": "1m", "timeout": "5s", "retries": 4, "start_period": "9s"}
    assert container(healthcheck=check)["readinessProbe"] == {
        "httpGet": {"path": "/up", "port": 3000},
        "periodSeconds": 60,
        "timeoutSeconds": 5,
        "initialDelaySeconds": 9,
        "failureThreshold": 4,
    }
    assert container(healthcheck={"disable": True}) == {"name": "main"}
    assert unfit(healthcheck={**check, "start_interval": "1s"}) == [("healthcheck", "start_interval")]


def test_the_port_of_the_health_check_is_the_port_of_the_service() -> None:
    check: Manifest = {"test": "wget http://localhost:3000/up"}
    assert unfit(healthcheck=check, ports=["3000"]) == []
    assert unfit(healthcheck=check, ports=["4000"]) == [("ports",)]


def test_replicas_and_time_to_stop() -> None:
    (found,) = composed({"services": {"web": {"deploy": {"replicas": 3}, "stop_grace_period": "1m"}}}, {})
    spec: Any = found.objects["Deployment"]["spec"]
    assert (spec["replicas"], spec["template"]["spec"]["terminationGracePeriodSeconds"]) == (3, 60)
