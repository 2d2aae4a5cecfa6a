"""`platformctl bindings check`, from files to lines and exit codes."""

import json
import os

import pytest

from tests.cli.bindings.conftest import DEVELOPMENT
from tests.cli.conftest import Run, Write
from tests.infra_files.files import BASE

UNRESOLVED = "EP402 variables without a value: KAFKA_BROKERS (infra/production.infra:7:14)."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check"], "Missing argument"),
        (["check", ""], "a path must not be empty"),
        (["check", "-o", "xml", "a"], "Invalid value for '-o'"),
        (["check", "a", "--env-file", ""], "a path must not be empty"),
        (["chek"], "No such command 'chek'. Did you mean 'check'?"),
        ([], "Usage: platformctl bindings"),
    ],
)
def test_a_wrong_call_is_told_and_exits_with_3(run: Run, words: list[str], message: str) -> None:
    done = run("bindings", *words)
    assert message in done.err
    assert (done.out, done.code) == ("", 3)


@pytest.mark.parametrize("words", [["nowhere.infra"], [".", "nowhere.infra"], [".", "--env-file", "nowhere"]])
def test_a_missing_file_exits_with_2(run: Run, words: list[str]) -> None:
    done = run("bindings", "check", *words)
    assert f"Error: cannot read {words[-1]}: no such file or directory\n" in done.err
    assert done.code == 2


@pytest.mark.usefixtures("infra")
def test_a_folder_is_searched_and_a_base_is_checked_only_as_a_part(run: Run) -> None:
    done = run("bindings", "check", ".")
    assert done.out.startswith(f"infra/production.infra:7:14: {UNRESOLVED}")
    assert done.err == ("Checked 2 files: 2 InfraBinding (1 ok, 1 failed), 0 other resources skipped. 1 error.\n")
    assert done.code == 1


@pytest.mark.parametrize("words", [["infra/base.infra", "infra/development.infra"], ["./infra/base.infra", "infra"]])
@pytest.mark.usefixtures("infra")
def test_a_base_that_is_named_is_a_part_as_well(run: Run, words: list[str]) -> None:
    assert "EP101" not in run("bindings", "check", *words).out


@pytest.mark.usefixtures("infra")
def test_alone_a_base_is_not_complete(run: Run) -> None:
    done = run("bindings", "check", "infra/base.infra")
    assert "infra/base.infra:4:3: EP101 streams.auth_events.topic: required field missing\n" in done.out
    assert done.code == 1


@pytest.mark.usefixtures("infra")
def test_values_come_from_the_environment_before_the_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "broker:9092")
    assert run("bindings", "check", ".").code == 0
    monkeypatch.setenv("KAFKA_BROKERS", "user:hunter2@broker:9092")
    done = run("bindings", "check", ".")
    assert done.out.count("EP403") == 2
    assert "hunter2" not in done.out + done.err


def test_a_file_of_variables_is_read(run: Run, infra: Write) -> None:
    infra(".env", "KAFKA_BROKERS=broker:9092\n")
    infra("other", "PARTITIONS=many\n")
    assert run("bindings", "check", ".").code == 0
    assert "got the value of ${PARTITIONS}" in run("bindings", "check", ".", "--env-file", "other").out


def test_a_broken_file_of_variables_exits_with_2(run: Run, infra: Write) -> None:
    done = run("bindings", "check", ".", "--env-file", infra("other", "hunter2\n"))
    assert done.err == "Error: cannot use other: line 1: must be NAME=value\n"
    assert (done.out, done.code) == ("", 2)


def test_a_finding_names_the_file_that_has_the_mistake(run: Run, infra: Write) -> None:
    infra("infra/base.infra", BASE.replace("partitions: 128", "partitons: 128"))
    done = run("bindings", "check", "-o", "json", "infra/development.infra")
    (finding,) = json.loads(done.out)["findings"]
    assert (finding["file"], finding["line"], finding["code"]) == ("infra/base.infra", 6, "EP102")
    assert finding["path"] == "streams.auth_events.partitons"
    assert finding["suggestion"] == "partitions"
    assert (done.err, done.code) == ("", 1)


def test_the_platform_and_the_namespace_decide(run: Run, infra: Write) -> None:
    policy = "{streams: {prefixes: {payments: [dev.], '*': []}}}"
    kind = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"
    words = ["bindings", "check", "infra/development.infra", "--platform-config"]
    words.append(infra("platform.yaml", f"{kind}spec: {{policy: {policy}}}\n"))
    assert "EP224 streams.auth_events.partitions" in run(*words).out
    assert run(*words, "--namespace", "payments").code == 0


def test_standard_input_is_a_file(run: Run, infra: Write) -> None:
    infra("base.infra", BASE)
    assert run("bindings", "check", "-", stdin=DEVELOPMENT).code == 0
    assert "<stdin>:5:3: EP101" in run("bindings", "check", "-", stdin=DEVELOPMENT.replace("topic", "tpc")).out


def test_an_unknown_field_is_an_error(run: Run, write: Write) -> None:
    path = write("a.infra", "version: '1.0'\nenvironment: dev\ndeployment:\n  type: yarn\n  dashboards: {}\n")
    done = run("bindings", "check", path)
    assert done.out.startswith("a.infra:5:3: EP102 deployment.dashboards: unknown field")
    assert done.code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--strict"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "never", "--strict"], 1),
        (["--strict", "--ignore", "EP225"], 0),
    ],
)
def test_a_warning_fails_only_on_request(run: Run, infra: Write, words: list[str], code: int) -> None:
    infra(".env", "KAFKA_BROKERS=localhost:9092\n")
    done = run("bindings", "check", "infra/development.infra", *words)
    assert done.code == code
    assert ("EP225" in done.out) == ("EP225" not in words)


@pytest.mark.usefixtures("infra")
def test_names_that_processes_use_come_from_a_file(run: Run, write: Write) -> None:
    write("names.yaml", "enrich:\n  sources: [auth_events, payments]\n  lookups: [customers]\n")
    done = run("bindings", "check", "infra/development.infra", "--uses", "names.yaml")
    assert done.out.splitlines() == [
        "names.yaml:2:26: EP462 uses.enrich.sources[1]: must name an entry of spec.streams; got 'payments'",
        "names.yaml:3:13: EP462 uses.enrich.lookups[0]: must name an entry of spec.lookups; got 'customers'",
    ]
    assert done.code == 1


@pytest.mark.parametrize("text", ["a: [", "- a", "apiVersion: v1\nkind: List\n"])
@pytest.mark.usefixtures("infra")
def test_a_file_of_names_that_cannot_be_used(run: Run, write: Write, text: str) -> None:
    write("names.yaml", text)
    done = run("bindings", "check", "infra", "--uses", "names.yaml")
    assert done.err.startswith("Error: cannot use names.yaml\nnames.yaml:")
    assert (done.out, done.code) == ("", 2)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_cycle_in_a_folder_is_told_once(run: Run, write: Write, length: int) -> None:
    for number in range(length):
        write(f"infra/{number}.infra", f"extends: {(number + 1) % length}.infra\n")
    done = run("bindings", "check", "infra")
    assert done.out.count("EP421 extends: cycle: ") == 1
    assert done.code == 1


def test_what_extends_a_cycle_tells_of_it(run: Run, write: Write) -> None:
    for name, parent in {"a": "b", "b": "a", "z": "a"}.items():
        write(f"infra/{name}.infra", f"extends: {parent}.infra\n")
    done = run("bindings", "check", "infra")
    assert done.out.startswith("infra/b.infra:1:10: EP421 extends: cycle: infra/a.infra extends infra/b.infra")
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("parent", ["pipe", "../infra"])
def test_a_file_extends_only_a_regular_file(run: Run, write: Write, parent: str) -> None:
    write("infra/a.infra", f"extends: {parent}\n")
    os.mkfifo("infra/pipe")
    done = run("bindings", "check", "infra")
    assert done.out.startswith("infra/a.infra:1:10: EP421 extends: cannot read ")
    assert done.out.endswith(": not a regular file\n")
    assert done.code == 1


@pytest.mark.usefixtures("infra")
def test_full_shows_the_line_of_the_file_that_contains_the_mistake(run: Run) -> None:
    done = run("bindings", "check", "-o", "full", "infra/production.infra", "--color", "never")
    assert done.out.splitlines()[1].startswith("7 | ")
    assert done.out.splitlines()[2].strip(" |").startswith("^")
    assert done.code == 1
