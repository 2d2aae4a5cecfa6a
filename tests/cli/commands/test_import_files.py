"""`platformctl import`: claims for what compose and Score files describe."""

import json

import pytest
import yaml

from tests.cli.conftest import Run, Write
from tests.hostile import COMMANDS, obeyed

NAMED = ("--stream", "ORDERS", "--consumer", "orders")


def test_a_compose_file_is_known_by_its_content(run: Run, write: Write) -> None:
    services = {"web": {"image": "ghcr.io/acme/web:1"}, "db": {"image": "postgres:16", "volumes": ["a:/b"]}}
    done = run("import", write("any.yaml", yaml.safe_dump({"services": services})), *NAMED)
    assert done.code == 1
    assert [claim["metadata"]["name"] for claim in yaml.safe_load_all(done.out)] == ["db", "web"]
    assert "EP801 services.db.volumes: does not fit into a claim. Hint: " in done.err
    assert done.err.endswith("Imported 2 of 2 workloads. 1 part does not fit.\n")
    assert run("validate", "-", stdin=done.out).code == 0


def test_variables_are_those_of_the_environment_and_of_a_file(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = {"web": {"image": "a:${TAG:-1}", "environment": {"A": "${ONE}", "B": "${TWO}", "C": "${THREE}"}}}
    text = yaml.safe_dump({"services": services})
    monkeypatch.setenv("ONE", "1")
    write(".env", "ONE=no\nTWO=2\n")
    write("other.env", "THREE=3\n")
    done = run("import", "-", *NAMED, stdin=text)
    spec = yaml.safe_load(done.out)["spec"]
    assert (spec["image"], spec["env"]) == ("a:1", [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}])
    assert "services.web.environment.C: does not fit into a claim: no value for THREE. Hint: set THREE" in done.err
    done = run("import", "-", *NAMED, "--env-file", "other.env", stdin=text)
    assert [entry["value"] for entry in yaml.safe_load(done.out)["spec"]["env"]] == ["1", "3"]


def test_a_file_of_variables_is_not_read_without_a_compose_file(run: Run, write: Write) -> None:
    write(".env", "not a line")
    deployment = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {}}
    assert run("import", "-", *NAMED, stdin=yaml.safe_dump(deployment)).code == 1
    compose = yaml.safe_dump({"services": {"web": {"image": "a:1"}}})
    done = run("import", "-", *NAMED, stdin=compose)
    assert (done.code, done.out) == (2, "")
    assert "line 1: must be NAME=value" in done.err


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_nothing_of_a_compose_file_is_obeyed(run: Run, text: str) -> None:
    service = {"image": text, "environment": {text: text}, "command": [text], text: text}
    done = run(
        "import", "-", *NAMED, stdin=json.dumps({"services": {text: service, "web": {**service, "image": "a:1"}}})
    )
    assert done.code == 1
    assert obeyed(done.out + done.err) == ""


def test_a_score_file_is_known_by_its_content(run: Run) -> None:
    containers = {"app": {"image": "ghcr.io/acme/web:1", "files": {"/a": {"content": "b"}}}}
    score = {"apiVersion": "score.dev/v1b1", "metadata": {"name": "web"}, "containers": containers}
    done = run("import", "-", *NAMED, stdin=yaml.safe_dump(score))
    assert done.code == 1
    assert yaml.safe_load(done.out)["metadata"] == {"name": "web", "namespace": "default"}
    assert "EP801 containers.app.files: does not fit into a claim. Hint: create a ConfigMap" in done.err
    assert run("validate", "-", stdin=done.out).code == 0


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_nothing_of_a_score_file_is_obeyed(run: Run, text: str) -> None:
    container = {"image": "a:1", "variables": {text: text}, "args": [text], text: text}
    score = {"apiVersion": "score.dev/v1b1", "metadata": {"name": "web", text: text}, "containers": {text: container}}
    done = run("import", "-", *NAMED, stdin=json.dumps(score))
    assert done.code == 1
    assert obeyed(done.out + done.err) == ""
