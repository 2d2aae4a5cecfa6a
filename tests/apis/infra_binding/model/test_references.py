"""References to entries of other sections: found at their exact places here, and by an API server."""

from contextlib import suppress

import pytest

from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.model.references import COMPLETION_TARGETS
from function.apis.infra_binding.sections import SECTIONS
from function.base.manifest import Json, Manifest
from function.base.secret_reference_cel import secret_reference_cel
from function.render import check
from tests.bindings import binding, completion, composite, topic
from tests.cel import judge
from tests.support import assert_refused


def test_each_section_that_may_refer_to_secrets_has_its_rule() -> None:
    needed = set()
    for section in SECTIONS:
        with suppress(ValueError):  # where nothing is marked
            needed.add(secret_reference_cel(section, InfraBinding.model_fields[section].annotation))
    assert needed
    assert needed <= {rule.cel for rule in InfraBinding.rules}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, True),
        ({"streams": {"a": {}}}, True),
        ({"streams": {"a": {"properties": {"n": 5, "t": "secret"}}}}, True),
        ({"streams": {"a": {"properties": {"p": "secret://db/k"}}}, "secrets": {"db": {}}}, True),
        ({"streams": {"a": {"properties": {"p": "secret://db/k"}}}}, False),
        ({"streams": {"a": {}, "b": {"properties": {"n": 5, "p": "secret://db/k"}}}, "secrets": {"d": {}}}, False),
        ({"streams": {"a": {"properties": {"p": "secret://"}}}, "secrets": {"db": {}}}, False),
    ],
)
def test_an_api_server_looks_references_up_too(value: Json, expected: bool) -> None:
    rule = next(rule for rule in InfraBinding.rules if rule.code == "EP410" and rule.field == "streams")
    assert judge(rule.cel, "self", value) == expected


def reporting(target: Json, **fields: Json) -> Manifest:
    sink: Json = {
        "type": "mongodb_sink",
        "uri": "mongodb://mongo.shop.svc",
        "database": "d",
        "collection": "c",
        "completion": {"target": target},
    }
    return binding(streams={"sink": sink}, **fields)


TARGET = "the target of a completion must name an entry of spec.completions"


@pytest.mark.parametrize(
    ("spec", "got"),
    [
        (reporting("done"), "'done'"),
        (reporting("dnoe", completions={"done": completion()}), "'dnoe'; did you mean 'done'?"),
        (reporting("a", dead_letters={"a": topic()}), "'a'"),
    ],
)
def test_a_sink_reports_to_an_entry_of_completions(spec: Manifest, got: str) -> None:
    assert_refused(composite(spec), f"spec.streams.sink.completion.target: {TARGET}; got {got}")
    assert not judge(COMPLETION_TARGETS.cel, "self", spec)


def test_a_target_that_is_there_is_right() -> None:
    spec = reporting("done", completions={"done": completion()})
    assert judge(COMPLETION_TARGETS.cel, "self", spec)
    assert check(composite(spec), {}) == []


@pytest.mark.parametrize("section", ["streams", "dead_letters", "completions"])
def test_an_unknown_secret_is_reported_in_every_section(section: str) -> None:
    fields: dict[str, Json] = {section: {"a": {**completion(), "properties": {"p": "secret://nobody/key"}}}}
    if section != "completions":
        fields = {section: {"a": topic(properties={"p": "secret://nobody/key"})}}
    message = "a secret reference must name an entry of spec.secrets; got 'nobody'"
    assert_refused(composite(binding(**fields)), f"spec.{section}.a.properties.p: {message}")
