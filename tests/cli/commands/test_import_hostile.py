"""`platformctl import` with objects of odd shapes, texts that terminals obey, and secrets."""

import json

import pytest
import yaml

from tests.cli.conftest import Run
from tests.hostile import COMMANDS, obeyed
from tests.importing.objects import container, deployment, scaled_object, service

NAMED = ("--stream", "ORDERS", "--consumer", "orders")


@pytest.mark.parametrize(
    "value",
    [
        {"apiVersion": "apps/v1", "kind": "Deployment"},
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": 1, "spec": []},
        {"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"spec": {"containers": [1, None, []]}}}},
        deployment(container(env=[{"name": 1, "value": 2}, {"valueFrom": 1}], ports=[1], resources={"limits": [1]})),
        deployment(pod={"volumes": [1], "initContainers": ["x"], "topologySpreadConstraints": [None]}),
        deployment(replicas="x", selector="x"),
    ],
)
def test_no_shape_is_a_bug(run: Run, value: dict[str, object]) -> None:
    done = run("import", "-", *NAMED, stdin=yaml.safe_dump_all([value, service(), scaled_object()]))
    assert done.code in (0, 1)


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_nothing_that_is_printed_is_obeyed(run: Run, text: str) -> None:
    hostile = deployment(container(name=text, image=text, **{text: text}), pod={text: text}, **{text: text})
    named = deployment(container(command=[text]), name=text)
    for manifest in (
        hostile,
        named,
        {**deployment(), "metadata": {"name": text, "namespace": text, "labels": {text: text}}},
    ):
        done = run("import", "-", *NAMED, stdin=json.dumps(manifest))
        assert done.code == 1
        assert obeyed(done.out + done.err) == ""


def test_secrets_are_in_the_claim_only(run: Run) -> None:
    env = [{"name": "TOKEN", "value": "CANARY"}, {"name": "NATS_URL", "value": "nats://a:CANARY@nats:4222"}]
    done = run("import", "-", stdin=yaml.safe_dump_all([deployment(container(env=env)), scaled_object()]))
    assert "CANARY" not in done.err
    assert "NATS_URL" not in done.out
