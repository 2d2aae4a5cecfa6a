"""`platformctl bindings diff`: a table of what differs, and the code of `diff`."""

import json

import pytest

from function.base.manifest import Json
from tests.cli.bindings.conftest import DEVELOPMENT
from tests.cli.conftest import Run, Write

LEFT, RIGHT = "infra/development.infra", "infra/production.infra"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["diff"], 3),
        (["diff", LEFT], 3),
        (["diff", LEFT, ""], 3),
        (["diff", LEFT, "nowhere.infra"], 2),
        (["diff", "nowhere.infra", RIGHT], 2),
        (["diff", LEFT, RIGHT], 1),
        (["diff", RIGHT, LEFT], 1),
        (["diff", LEFT, "infra/base.infra"], 1),
    ],
)
@pytest.mark.usefixtures("infra")
def test_what_cannot_be_compared_prints_nothing(run: Run, words: list[str], code: int) -> None:
    done = run("bindings", *words)
    assert (done.out, done.code) == ("", code)
    assert done.err


@pytest.mark.usefixtures("infra")
def test_differences_are_a_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "broker:9092")
    done = run("bindings", "diff", LEFT, RIGHT)
    assert done.out == (
        f"PATH                              {LEFT}  {RIGHT}\n"
        'environment                       "development"            "production"\n'
        'streams.auth_events.topic         "dev.auth.events"        "prod.auth.events"\n'
        "streams.auth_events.partitions    4                        128\n"
        "streams.auth_events.replication   -                        3\n"
        "streams.auth_events.retention_ms  -                        1000\n"
    )
    assert (done.err, done.code) == ("", 1)


def test_the_same_content_does_not_differ(run: Run, infra: Write) -> None:
    infra("infra/copy.infra", f"# a copy\n{DEVELOPMENT}")
    assert run("bindings", "diff", LEFT, "infra/copy.infra") == (0, "", "")
    assert run("bindings", "diff", LEFT, "infra/copy.infra", "-o", "json").code == 0


@pytest.mark.usefixtures("infra")
def test_differences_are_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "broker:9092")
    done = run("bindings", "diff", LEFT, RIGHT, "-o", "json")
    found = json.loads(done.out)
    assert (found["version"], found["left"], found["right"]) == (1, LEFT, RIGHT)
    assert found["differences"][2:4] == [
        {"path": "streams.auth_events.partitions", "left": 4, "right": 128},
        {"path": "streams.auth_events.replication", "right": 3},
    ]
    assert (done.err, done.code) == ("", 1)


OUTPUT = {"sensitive": False, "type": "string", "value": "broker:9092"}


@pytest.mark.parametrize(
    ("outputs", "code", "differs"),
    [
        ({"kafka_brokers": OUTPUT}, 1, True),
        ({"kafka_brokers": {**OUTPUT, "sensitive": True}}, 1, False),
        ({}, 1, False),
        ([], 2, False),
    ],
)
@pytest.mark.usefixtures("infra")
def test_variables_may_be_outputs_of_terraform(run: Run, write: Write, outputs: Json, code: int, differs: bool) -> None:
    write("outputs.json", json.dumps(outputs))
    done = run("bindings", "diff", LEFT, RIGHT, "--terraform-outputs", "outputs.json")
    assert (done.code, done.out != "") == (code, differs)
