"""What is written is read back as the same, by our reader and, texts, by PyYAML."""

import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from function.base.manifest import Manifest
from function.yaml.dump import dump
from function.yaml.node import value_of
from function.yaml.reader import read

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text("01yYnNoOeExXtT.:-+_,~<>=#'\"[]{}&*!|%@`\\ \t\n"),
    st.sampled_from(["y", "on", "No", "~", "", "12:30", "1e3", "0o17", "2024-01-01", "=", "<<", ".inf", "- x", "a: b"]),
)
NUMBERS = st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=50)
@given(st.lists(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4), min_size=1, max_size=3))
def test_our_reader_gives_back_what_was_written(documents: list[Manifest]) -> None:
    reading = read(dump(documents).encode())
    assert reading.problem is None
    assert [value_of(document.root) for document in reading.documents] == documents
    assert [document.problems for document in reading.documents] == [()] * len(documents)


@settings(max_examples=50)
@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, min_size=1), min_size=1))
def test_pyyaml_reads_every_text_as_the_same_text(document: Manifest) -> None:
    assert yaml.safe_load(dump([document])) == document


QUOTED = [
    *("y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "~", "", "12:30", "12:30:45", "1e3", "1.5e3"),
    *("0o10", "010", "0x1F", "0b11", "1_000", "+1", "-1", ".5", "5.", "1.0", "2020-01-01", "2020-01-01T00:00:00Z"),
    *("=", "<<", ".inf", "-.inf", ".nan", "- a", "-", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a"),
    *("%a", "@a", "`a", "[a", "{a", "|", ">", "'a", '"a', " a", "a ", "a\tb", "a\rb", "a\x85b", "1 ", "---", "..."),
]
BARE = ["a", "250m", "512Mi", "ghcr.io/acme/worker:v1.4.2", "$G", "nats://nats.nats.svc:4222", "0/1 pods ready", "a, b"]


@pytest.mark.parametrize("text", QUOTED)
def test_what_a_reader_might_take_for_something_else_is_quoted(text: str) -> None:
    assert dump([{"a": text}]).startswith('a: "')
    assert dump([{text: 1}]).startswith('"')


@pytest.mark.parametrize("text", BARE)
def test_what_is_text_to_every_reader_is_not_quoted(text: str) -> None:
    assert dump([{"a": text}]) == f"a: {text}\n"


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_numbers_that_json_has_not_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON does not support this number"):
        dump([{"a": number}])


def test_the_whole_looks_like_kubernetes_yaml() -> None:
    document: Manifest = {
        "kind": "Deployment",
        "metadata": {"labels": {}, "name": "a"},
        "spec": {
            "containers": [{"name": "main", "args": ["-c", "echo\nexit\n"]}, {"env": []}],
            "ratio": 1e-7,
            "replicas": 2,
            "selector": None,
            "paused": False,
            "nested": [[1, 2], ["a"]],
        },
    }
    assert dump([document, {"a": 1}]) == (
        "kind: Deployment\n"
        "metadata:\n"
        "  labels: {}\n"
        "  name: a\n"
        "spec:\n"
        "  containers:\n"
        "    - name: main\n"
        "      args:\n"
        '        - "-c"\n'
        "        - |\n"
        "          echo\n"
        "          exit\n"
        "    - env: []\n"
        "  ratio: 1.0e-07\n"
        "  replicas: 2\n"
        "  selector: null\n"
        "  paused: false\n"
        "  nested:\n"
        "    - - 1\n"
        "      - 2\n"
        "    - - a\n"
        "---\n"
        "a: 1\n"
    )


def test_one_value_in_two_places_is_written_twice() -> None:
    shared: Manifest = {"x": "y"}
    assert dump([{"a": shared, "b": shared}]) == 'a:\n  x: "y"\nb:\n  x: "y"\n'


def test_a_key_longer_than_libyaml_reads_gets_a_question_mark() -> None:
    document: Manifest = {"k" * 5000: {"a": [1, 2]}, "b": 1}
    (read_back,) = read(dump([document]).encode()).documents
    assert value_of(read_back.root) == document


def test_nothing_gives_nothing() -> None:
    assert dump([]) == ""
