import pytest

from function.base.manifest import Json, Manifest
from function.check.cross.creations import creations
from function.check.load import load_content
from tests.check.cross.trees import facts_of, other

CONTAINER: Json = {"name": "n", "command": ["nats", "consumer", "add", "S", "c"]}
SCRIPT = """\
apiVersion: batch/v1
kind: Job
metadata: {name: j}
spec:
  template:
    spec:
      containers:
        - args:
            - |
              set -e
              nats stream add S
              nats consumer add S c
"""


def created(document: Manifest) -> list[tuple[str, str | None]]:
    return [(found.stream, found.consumer) for found in facts_of(document).creations]


@pytest.mark.parametrize(
    "document",
    [
        other("Job", spec={"template": {"spec": {"containers": [CONTAINER]}}}),
        other("Job", spec={"template": {"spec": {"initContainers": [CONTAINER]}}}),
        other("CronJob", spec={"jobTemplate": {"spec": {"template": {"spec": {"containers": [CONTAINER]}}}}}),
        other("Pod", spec={"containers": [CONTAINER]}),
        other("Pod", spec={"containers": [{"command": ["nats"], "args": ["consumer", "add", "S", "c"]}]}),
        other("ConfigMap", data={"init.sh": "nats consumer add S c"}),
        other("Consumer", api="jetstream.nats.io/v1beta2", spec={"streamName": "S", "durableName": "c"}),
    ],
)
def test_kinds_that_create_consumers(document: Manifest) -> None:
    assert created(document) == [("S", "c")]


@pytest.mark.parametrize(
    "document",
    [
        other("Deployment", spec={"template": {"spec": {"containers": [CONTAINER]}}}),
        other("Job", spec={"template": {"spec": {"containers": "x"}}}),
        other("Job", spec={"template": {"spec": {"containers": [{"command": "nats consumer add S c"}]}}}),
        other("Job", spec={"template": {"spec": {"containers": [{"command": [1, None]}]}}}),
        other("Job", spec=[]),
        other("ConfigMap", data={"x": 1}),
        other("ConfigMap", data=[]),
        other("Consumer", api="jetstream.nats.io/v1beta2", spec={"streamName": "S"}),
        other("Stream", api="jetstream.nats.io/v1beta2", spec={}),
        other("KeyValue", api="jetstream.nats.io/v1beta2", spec={"name": "S"}),
    ],
)
def test_what_creates_none(document: Manifest) -> None:
    assert created(document) == []


def test_a_stream_of_nack() -> None:
    assert created(other("Stream", api="jetstream.nats.io/v1beta2", spec={"name": "S"})) == [("S", None)]


def test_a_variable_without_a_value_is_not_known() -> None:
    env: Json = [{"name": "S", "value": "A"}, {"name": "C", "valueFrom": {"secretKeyRef": {}}}]
    container: Json = {"env": env, "args": ["nats stream add $S; nats consumer add $S $C"]}
    assert created(other("Pod", spec={"containers": [container]})) == [("A", None)]


def test_the_line_is_that_of_the_command() -> None:
    (resource,) = load_content("j.yaml", SCRIPT.encode()).resources
    assert [str(found.mark) for found in creations(resource)] == ["Job j (j.yaml:11)", "Job j (j.yaml:12)"]
