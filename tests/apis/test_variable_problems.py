"""What is reported of variables that are wrong, whatever resolves them."""

import pytest

from function.apis.registry import APIS
from function.apis.variable_problems import credentials, malformed, misplaced, nested, too_long, unresolved
from function.base.variables import INSERTED_MAX, Value, Variable
from tests.bindings import PLATFORM, binding, composite, topic
from tests.leaves import replaced
from tests.variables import answer, claim, found


def test_nothing_is_told_of_what_is_right() -> None:
    texts = {"spec.streams.a.topic": "${A}"}
    assert list(misplaced(APIS["InfraBinding"], binding(streams={"a": topic("${A}")}), texts)) == []
    assert list(malformed(texts)) == []
    assert list(nested(texts, {Variable("A", None): Value("a", "here")})) == []
    assert list(unresolved({"spec.streams.a.topic": []}, ["spec.variables"])) == []
    assert list(too_long({"spec.a": "${A}"}, {Variable("A", None): Value("a" * INSERTED_MAX, "here")})) == []


def test_names_of_secrets_are_no_credentials() -> None:
    texts = {"spec.secrets.db.secret_name": "${DB_SECRET}", "spec.streams.a.properties.b": "${DB_SECRET}"}
    (problem,) = credentials(texts, {Variable("DB_SECRET", None): Value("canary", "here")})
    assert (problem.path, problem.code) == ("spec.streams.a.properties.b", "EP403")
    assert "canary" not in repr(problem)


@pytest.mark.parametrize("text", ["${", "${1}", "a${A}${"])
def test_what_only_looks_like_a_variable(text: str) -> None:
    assert [(problem.path, problem.code) for problem in malformed({"spec.a": text, "spec.b": "b"})] == [
        ("spec.a", "EP422")
    ]


def test_the_place_of_the_one_problem_is_the_first_of_its_variables() -> None:
    (problem,) = unresolved({"spec.a": [], "spec.b": ["B", "A"], "spec.c": ["A", "A"]}, ["here", "there"])
    assert str(problem) == (
        "spec: variables without a value: B (spec.b), A (spec.b, spec.c). "
        "Hint: set them in here or there, or use ${NAME:-default}"
    )
    assert problem.place is not None
    assert problem.place.path == "spec.b"


def test_all_variables_without_a_value_are_one_error_with_their_places() -> None:
    document = composite(
        binding(streams={"a": topic("${A}", brokers="${B}"), "b": topic("${C:-c}", properties={"x": "${A}-${D:-}"})})
    )
    expected = (
        "variables without a value: B (spec.streams.a.brokers), A (spec.streams.a.topic, spec.streams.b.properties.x)"
    )
    assert answer(document, found({})).fatal == (
        f"spec: {expected}. Hint: set them in spec.variables or ConfigMap shop/env or EnvironmentConfig shared, "
        "or use ${NAME:-default}"
    )
    assert answer(document, None, PLATFORM).fatal == (
        f"spec: {expected}. Hint: set them in spec.variables, or use ${{NAME:-default}}"
    )


@pytest.mark.parametrize("field", ["partitions", "direction", "type"])
def test_variables_stand_in_texts_only(field: str) -> None:
    document = replaced(claim(**{field: "${N}"}), "spec.variables", {"N": "sink"})
    problems = [str(problem) for problem in answer(document, found({"TOPIC": "a"})).problems]
    advice = "write the value itself, or keep the variable in an .infra file and use platformctl bindings wrap"
    assert problems == [f"spec.streams.orders.{field}: a variable is accepted only in a string. Hint: {advice}"]


def test_texts_with_dollars_that_are_no_variables_are_told() -> None:
    outcome = answer(claim(brokers="${host}:${1}"), found({"TOPIC": "a", "host": "b"}))
    assert outcome.fatal == ("spec.streams.orders.brokers: invalid variable. Hint: write ${NAME} or ${NAME:-default}")


def test_values_are_not_searched_for_variables() -> None:
    outcome = answer(claim(), found({"TOPIC": "${B}", "B": "b"}))
    assert outcome.fatal == (
        "spec.streams.orders.topic: the value of ${TOPIC} in ConfigMap shop/env contains another variable. "
        "Hint: use the other variable here, or write its value there"
    )


def test_a_claim_cannot_stand_for_more_than_memory_holds() -> None:
    """Otherwise a short binding could fill the memory."""
    document = replaced(
        claim(),
        "spec.infrastructure",
        {"provider": "manual", "metadata": {"variables": {"a": "${A}" * 5_000}}},
    )
    outcome = answer(document, found({"TOPIC": "a", "A": "x" * 4_000}))
    assert [(problem.path, problem.code) for problem in outcome.problems] == [("spec", "EP415")]
    assert outcome.fatal == (
        f"spec: the values of variables have more than {INSERTED_MAX} characters in all. "
        "Hint: use each long value in fewer places"
    )
