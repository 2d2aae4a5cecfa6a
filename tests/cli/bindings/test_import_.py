"""`platformctl bindings import`: a file in the form of L5, or nothing."""

import pytest
import yaml

from tests.cli.conftest import Run, Write

FLAT = """\
version: "1.0"
environment: dev
kafka:
  bootstrap_servers: ${KAFKA_BROKERS:-broker:9092}
streams:
  auth_events: dev.auth.events
  payments: {topic: dev.payments, partitions: 4}
resources:
  parallelism: 2
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("environment prod\n  kafka\n  end\nend\n", "a.infra:1:1: EP423 the file uses the block syntax 'environment"),
        (
            "regions: {}\n",
            "a.infra:1:1: EP423 regions: belongs to a different .infra format and cannot be",
        ),
        ("a: 1\nmongodb: {uri: x}\n", "a.infra:2:1: EP423 mongodb: belongs to a different .infra format and c"),
        (
            "kafka: {brokers: b}\n",
            "a.infra:1:8: EP423 kafka: no stream uses these settings, because every stream has a type.",
        ),
        (
            "streams: {a: {retries: 3}}\n",
            "a.infra:1:14: EP423 streams.a: the type of the stream is unclear. Hint: set type and",
        ),
        ("a: [", "a.infra:2:1: EP001 not YAML"),
        ("[]", "a.infra:1:1: EP420 must be an object"),
    ],
)
def test_what_is_not_clear_is_refused(run: Run, write: Write, text: str, message: str) -> None:
    done = run("bindings", "import", write("a.infra", text))
    assert (done.out, done.code) == ("", 1)
    assert done.err.startswith(message)


@pytest.mark.parametrize(("words", "code"), [([], 3), (["a", "b"], 3), ([""], 3), (["nowhere.infra"], 2)])
def test_a_wrong_call_prints_nothing(run: Run, words: list[str], code: int) -> None:
    done = run("bindings", "import", *words)
    assert (done.out, done.code) == ("", code)


def test_another_form_is_told_when_it_is_checked(run: Run, write: Write) -> None:
    done = run("bindings", "check", write("a.infra", FLAT))
    assert [line.split()[:3] for line in done.out.splitlines()] == [
        ["a.infra:3:1:", "EP423", "kafka:"],
        ["a.infra:6:3:", "EP423", "streams.auth_events:"],
        ["a.infra:7:3:", "EP423", "streams.payments:"],
        ["a.infra:9:3:", "EP423", "resources.parallelism:"],
    ]
    assert "Hint: run platformctl bindings import to convert the file\n" in done.out


def test_a_converted_file_is_valid(run: Run, write: Write) -> None:
    done = run("bindings", "import", write("a.infra", FLAT))
    brokers = "${KAFKA_BROKERS:-broker:9092}"
    assert yaml.safe_load(done.out) == {
        "version": "1.0",
        "environment": "dev",
        "streams": {
            "auth_events": {"type": "kafka", "brokers": brokers, "topic": "dev.auth.events"},
            "payments": {"type": "kafka", "brokers": brokers, "topic": "dev.payments", "partitions": 4},
        },
        "resources": {"_defaults": {"parallelism": 2}},
    }
    assert run("bindings", "check", write("b.infra", done.out)).code == 0
    assert run("bindings", "import", "b.infra").out == done.out
