"""`platformctl bindings resolve`: one document, or where each of its values is from."""

import json

import pytest
import yaml

from tests.cli.conftest import Run, Write
from tests.infra_files.files import WHOLE

FILE = "infra/development.infra"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["resolve"], 3),
        (["resolve", FILE, "infra/base.infra"], 3),
        (["resolve", "nowhere.infra"], 2),
        (["resolve", "infra"], 2),
        (["resolve", "infra/base.infra"], 1),
        (["resolve", "infra/production.infra"], 1),
        (["resolve", "--explain", "infra/production.infra"], 1),
    ],
)
@pytest.mark.usefixtures("infra")
def test_what_cannot_be_resolved_prints_nothing(run: Run, words: list[str], code: int) -> None:
    done = run("bindings", *words)
    assert (done.out, done.code) == ("", code)
    assert done.err


@pytest.mark.usefixtures("infra")
def test_credentials_are_never_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "user:hunter2@broker:9092")
    for words in ([], ["--explain"]):
        done = run("bindings", "resolve", FILE, *words)
        assert done.code == 1
        assert "EP403" in done.err
        assert "hunter2" not in done.out + done.err


@pytest.mark.usefixtures("infra")
def test_the_document_is_merged_and_has_no_variables(run: Run) -> None:
    done = run("bindings", "resolve", FILE)
    assert yaml.safe_load(done.out) == WHOLE
    assert (done.err, done.code) == ("", 0)


def test_the_document_is_a_file_again(run: Run, infra: Write) -> None:
    done = run("bindings", "resolve", FILE)
    assert run("bindings", "resolve", infra("b.infra", done.out)).out == done.out


@pytest.mark.usefixtures("infra")
def test_each_value_is_explained(run: Run) -> None:
    lines = [line.split() for line in run("bindings", "resolve", FILE, "--explain").out.splitlines()]
    assert lines == [
        ["PATH", "VALUE", "FILE", "LAYER", "VARIABLES"],
        ["version", '"1.0"', f"{FILE}:1", "0"],
        ["environment", '"development"', f"{FILE}:2", "0"],
        ["streams.auth_events.topic", '"dev.auth.events"', f"{FILE}:6", "0"],
        ["streams.auth_events.brokers", '"broker:9092"', f"{FILE}:7", "0", "KAFKA_BROKERS", "from", "default"],
        ["streams.auth_events.partitions", "4", f"{FILE}:8", "0", "PARTITIONS", "from", "default"],
        ["streams.auth_events.type", '"kafka"', "infra/base.infra:5", "1"],
        ["streams.auth_events.properties.security.protocol", '"SASL_SSL"', "infra/base.infra:9", "1"],
    ]


@pytest.mark.usefixtures("infra")
def test_each_value_is_explained_for_programs(run: Run) -> None:
    found = json.loads(run("bindings", "resolve", FILE, "--explain", "-o", "json").out)
    assert found["version"] == 1
    assert found["values"][4] == {
        "path": "streams.auth_events.partitions",
        "value": 4,
        "file": FILE,
        "line": 8,
        "layer": 0,
        "variables": [{"name": "PARTITIONS", "source": "default"}],
    }
    assert {value["layer"] for value in found["values"]} == {0, 1}
    assert all(value["line"] > 0 for value in found["values"])


@pytest.mark.usefixtures("infra")
def test_the_document_is_json_too(run: Run) -> None:
    assert json.loads(run("bindings", "resolve", FILE, "-o", "json").out) == WHOLE


def test_values_of_the_binding_itself_are_named(run: Run, infra: Write) -> None:
    own = infra("own.infra", "extends: infra/development.infra\nvariables: {PARTITIONS: 8}\n")
    lines = run("bindings", "resolve", own, "--explain").out.splitlines()
    assert [line.split()[1:] for line in lines if ".partitions" in line] == [
        ["8", f"{FILE}:8", "1", "PARTITIONS", "from", "variables"]
    ]
