"""From files to one value: merged first, then with the values of variables."""

import pytest

from function.base.manifest import at
from function.infra_files.load import load_binding
from function.yaml.node import in_file, value_of
from function.yaml.reader import read
from tests.infra_files.files import BASE, CHILD, FILES, WHOLE, loaded, reader


def test_a_binding_is_merged_and_resolved() -> None:
    found = loaded(FILES, "development.infra")
    assert found.node is not None
    assert value_of(found.node) == WHOLE
    assert found.findings == ()
    assert found.files == ("development.infra", "base.infra")


def test_each_value_says_which_file_it_is_from() -> None:
    content: object = loaded(FILES, "development.infra").node
    assert "file='base.infra'" in repr(content)
    assert "file='development.infra'" in repr(content)


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("base.infra", "a: [", "EP001"),
        ("base.infra", "", "EP420"),
        ("base.infra", "extends: development.infra", "EP421"),
        ("development.infra", "extends: nowhere.infra", "EP421"),
    ],
)
def test_a_mistake_in_any_file_leaves_nothing_to_check(path: str, text: str, code: str) -> None:
    found = loaded({**FILES, path: text}, "development.infra")
    assert found.node is None
    assert [finding.code for finding in found.findings] == [code]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("development.infra", CHILD.replace(":-4", ""), "EP402"),
        ("base.infra", BASE.replace("SASL_SSL", "${PROTOCOL}"), "EP402"),
        ("base.infra", BASE.replace("SASL_SSL", "${PROTOCOL"), "EP422"),
    ],
)
def test_a_variable_that_is_wrong_leaves_the_rest_to_check(path: str, text: str, code: str) -> None:
    found = loaded({**FILES, path: text}, "development.infra")
    assert found.node is not None
    assert {finding.range for finding in found.findings} == found.unknown
    assert [finding.code for finding in found.findings] == [code]


def test_a_binding_may_have_values_of_its_own() -> None:
    own = f"{CHILD}variables: {{PARTITIONS: 8, KAFKA_BROKERS: own, OTHER: [a]}}\n"
    found = loaded({**FILES, "development.infra": own}, "development.infra", KAFKA_BROKERS="environment")
    assert found.node is not None
    stream = at(value_of(found.node), "streams", "auth_events")
    assert (at(stream, "partitions"), at(stream, "brokers")) == (8, "environment")


def test_names_of_another_file_win_over_those_of_the_binding() -> None:
    uses = read(b"p: {sources: [b]}").documents[0].root
    own = f"{CHILD}uses: {{p: {{sources: [a]}}, q: {{sinks: [c]}}}}\n"
    files = reader({**FILES, "development.infra": own})
    found = load_binding("development.infra", files, [], in_file(uses, "names.yaml"))
    assert found.node is not None
    assert at(value_of(found.node), "uses") == {"p": {"sources": ["b"]}, "q": {"sinks": ["c"]}}
    assert "file='names.yaml'" in repr(found.node)


def test_the_variables_of_a_value_that_is_replaced_are_not_needed() -> None:
    base = BASE.replace("128", "${NOT_SET}").replace("1000", "${NOR_THIS}")
    assert loaded({**FILES, "base.infra": base}, "development.infra").findings == ()


def test_a_duplicate_key_does_not_hide_what_else_is_wrong() -> None:
    found = loaded({**FILES, "base.infra": f"{BASE}version: '1.0'\n"}, "development.infra")
    assert [finding.code for finding in found.findings] == ["EP003"]
    assert found.node is not None


def test_standard_input_extends_files_of_the_current_folder() -> None:
    found = loaded({"-": CHILD, "base.infra": BASE}, "-")
    assert found.file == "<stdin>"
    assert found.files == ("<stdin>", "base.infra")


@pytest.mark.parametrize(
    ("base", "code"),
    [
        ("kafka: {brokers: b}", "EP423"),
        ("mongodb: {uri: b}", "EP423"),
        ("persistence: {}", "EP423"),
        ("regions: [eu]", "EP423"),
        ("failover: {}", "EP423"),
        ("resources: {parallelism: 2}", "EP423"),
    ],
)
def test_a_section_of_another_format_in_any_file_is_named_and_nothing_else_is_read(base: str, code: str) -> None:
    found = loaded({**FILES, "base.infra": base}, "development.infra")
    assert found.node is None
    assert code in {finding.code for finding in found.findings}
    assert {finding.file for finding in found.findings if finding.code == code} >= {"base.infra"}
