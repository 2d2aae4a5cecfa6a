"""Variables get their values in order, keep their types, and all that are missing are reported at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from function.base.manifest import Json, at
from function.base.variables import INSERTED_MAX, Source
from function.infra_files.substitution import Substituted, Used, substituted
from function.yaml.node import in_file, value_of
from function.yaml.reader import read
from tests.property.models import DETERMINISTIC
from tests.work import growth


def done(text: str, *sources: dict[str, str]) -> Substituted:
    (document,) = read(text.encode()).documents
    named = [Source(f"source {number}", values) for number, values in enumerate(sources)]
    return substituted(in_file(document.root, "a.infra"), named)


def value(text: str, *sources: dict[str, str]) -> Json:
    found = done(f"a: {text}", *sources)
    assert found.findings == ()
    return at(value_of(found.node), "a")


def test_all_missing_variables_are_one_finding_with_all_places() -> None:
    text = "a: ${B}\nb: [x, '${A}-${B}']\nc: {d: '${C:-1}', e: '${A}'}\n"
    (finding,) = done(text, {"D": "1"}).findings
    assert str(finding) == (
        "a.infra:1:4: EP402 variables without a value: B (a.infra:1:4, a.infra:2:8), A (a.infra:2:8, a.infra:3:22). "
        "Hint: set them in the environment or in .env, or use ${NAME:-default}"
    )


def test_a_variable_named_like_a_credential_is_told_without_its_value() -> None:
    text = "a: ${DB_PASSWORD}\nb: secret://${KAFKA_CREDENTIALS}/key\nsecrets: {c: {secret_name: '${REDIS_SECRET}'}}\n"
    found = done(text, {"DB_PASSWORD": "canary", "KAFKA_CREDENTIALS": "kafka", "REDIS_SECRET": "redis"})
    (finding,) = found.findings
    assert str(finding) == (
        "a.infra:1:4: EP403 the value of ${DB_PASSWORD} is a plaintext credential, as the name of the variable says. "
        "Hint: move it to a secret store and refer to it as secret://name/key"
    )
    assert "canary" not in repr(value_of(found.node))


@pytest.mark.parametrize("text", ["${}", "${A", "x ${A:?b}", "${A:-${B}}", "'${1}'"])
def test_what_only_looks_like_a_variable_is_told(text: str) -> None:
    found = done(f"a: {text}\nb: 1", {"A": "1", "B": "2"})
    assert [str(finding) for finding in found.findings] == [
        "a.infra:1:4: EP422 invalid variable. Hint: write ${NAME} or ${NAME:-default}"
    ]


def test_malformed_and_missing_variables_are_told_together_and_stay() -> None:
    found = done("a: ${A\nb: ${B}\nc: ${C}\nd: ${C}-${B}\n", {"C": "3"})
    assert [finding.code for finding in found.findings] == ["EP422", "EP402"]
    assert value_of(found.node) == {"a": "${A", "b": "${B}", "c": 3, "d": "${C}-${B}"}
    assert [place.line for place in found.used] == [3]
    assert sorted(place.line for place in found.unknown) == [1, 2, 4]


def test_values_are_not_searched_for_variables() -> None:
    found = done("a: x-${A}", {"A": "${B}", "B": "x"})
    assert [str(finding) for finding in found.findings] == [
        (
            "a.infra:1:4: EP461 the value of ${A} in source 0 contains another variable. "
            "Hint: use the other variable here, or write its value there"
        )
    ]
    assert value_of(found.node) == {"a": "x-${A}"}


@pytest.mark.parametrize(
    ("text", "sources", "result"),
    [
        ("${A}", [{"A": "x"}, {"A": "y"}], "x"),
        ("${A}", [{}, {"A": "y"}], "y"),
        ("${A:-z}", [{}, {"A": "y"}], "y"),
        ("${A:-z}", [{}, {}], "z"),
        ("${A:-z}", [{"A": ""}, {}], "z"),
        ("${A:-z}", [{"A": ""}, {"A": "y"}], "y"),
        ("${A}", [{"A": ""}, {"A": "y"}], ""),
        ("${A:-}", [], ""),
        ("kafka://${H}:${P:-9092}/x", [{"H": "h"}], "kafka://h:9092/x"),
    ],
)
def test_the_first_source_that_has_a_value_wins(text: str, sources: list[dict[str, str]], result: str) -> None:
    assert value(text, *sources) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("${A}", 12),
        ("'${A}'", "12"),
        ('"${A}"', "12"),
        ("|-\n  ${A}", "12"),
        ("!!str ${A}", "12"),
        ("${A}b", "12b"),
        ("${A}${A}", 1212),
        ("${T}", True),
        ("'${T}'", "true"),
        ("${F:-0.5}", 0.5),
        ("${N:-y}", "y"),
        ("${N:-no}", "no"),
        ("${N:-null}", "null"),
        ("${N:-~}", "~"),
        ("${N:-.inf}", ".inf"),
        ("${N:-[a]}", "[a]"),
    ],
)
def test_a_value_without_quotes_has_the_type_of_its_text(text: str, result: Json) -> None:
    assert value(text, {"A": "12", "T": "true"}) == result


def test_each_value_knows_its_variables() -> None:
    found = done("a: ${A}${B:-b}\nb: x\nc: ['${A}']\n", {}, {"A": "1"})
    assert {place.line: used for place, used in found.used.items()} == {
        1: (Used("A", "source 1"), Used("B", "default")),
        3: (Used("A", "source 1"),),
    }


def test_keys_are_not_replaced() -> None:
    assert value_of(done("'${A}': 1", {"A": "b"}).node) == {"${A}": 1}


@DETERMINISTIC
@given(st.dictionaries(st.sampled_from(["A", "B"]), st.text(max_size=5)), st.sampled_from(["'", '"']))
def test_in_quotes_any_value_stays_the_text_that_it_is(values: dict[str, str], quote: str) -> None:
    expected = values.get("A") or "d"
    assert value(f"{quote}<${{A:-d}}>{quote}", values) == f"<{expected}>"


@pytest.mark.parametrize("variable", ["${A}", "${#}", "${#:-x}", "${", "${A:-", "${A:-$"])
def test_work_grows_as_the_text_does(variable: str) -> None:
    def texts(count: int) -> str:
        return "a: '" + "".join(variable.replace("#", f"A{number:05}") for number in range(count)) + "'"

    assert growth(lambda count: done(texts(count), {"A": "x"}), 200) < 2.05


def test_a_variable_is_named_once_for_a_value() -> None:
    assert list(done("a: '${A}${B}${A}'", {"A": "1", "B": "2"}).used.values()) == [
        (Used("A", "source 0"), Used("B", "source 0"))
    ]


def test_of_many_missing_variables_some_are_named() -> None:
    text = "a: [" + ", ".join("'${A}'" for _ in range(9)) + "]\nb: '" + "".join(f"${{B{n}}}" for n in range(90)) + "'"
    (finding,) = done(text).findings
    assert "A (a.infra:1:5, a.infra:1:13, a.infra:1:21, a.infra:1:29, a.infra:1:37 and 4 more), " in finding.message
    assert "B18 (a.infra:2:4) and 71 more. Hint" in finding.message


def test_few_lines_cannot_stand_for_more_than_memory_holds() -> None:
    value = "x" * (INSERTED_MAX // 8)
    assert done("a: '${A}${A}'\nb: &b ['${A}', '${A}']\nc: [*b, *b]\n", {"A": value}).findings == ()
    (finding,) = done("a: '${A}${A}'\nb: &b ['${A}', '${A}']\nc: [*b, *b]\nd: '${A}'\n", {"A": value}).findings
    assert str(finding).startswith(f"a.infra:1:4: EP005 the values of variables have more than {INSERTED_MAX} char")
