import re

import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.names import (
    bound_name,
    fields_digest,
    job_name,
    object_name,
    physical_name,
    preflight_name,
    short_name,
    user_name,
)
from function.base.manifest import Json
from function.base.types import LogicalName
from tests.schemas.values import is_label


def test_no_two_logical_names_become_one_object() -> None:
    names = ["a_b", "a__b", "ab", "a_b_", "a1_2"]
    assert len({object_name(name) for name in names}) == len(names)
    assert object_name("kafka_credentials") == "kafka-credentials"
    with pytest.raises(ValidationError):
        TypeAdapter(LogicalName).validate_python("a-b")


def test_two_bindings_never_have_one_name() -> None:
    """Each part may hold dashes, even where the other one ends."""
    bindings, names = ["a", "a-b", "a-b-c", "a--b"], ["b", "b_c", "c", "b__c", "c_b"]
    assert len({bound_name(binding, name) for binding in bindings for name in names}) == 20
    assert bound_name("payments", "kafka_credentials") == "payments.kafka-credentials"


def test_a_preflight_has_a_label_as_its_name_whatever_the_binding_is_called() -> None:
    assert preflight_name("payments", "96cd5bba") == "payments-preflight-96cd5bba"
    names = [preflight_name(binding, "96cd5bba") for binding in ("a" * 50, "a" * 43 + "-" + "b" * 6, "a")]
    assert [name for name in names if not is_label(name)] == []
    assert {len(name) for name in names} == {63, 62, 20}


def test_a_name_that_is_too_long_for_a_label_gets_a_digest() -> None:
    assert short_name("payments", "kafka_credentials") == "payments.kafka-credentials"
    parts = [("a" * 50, "b" * 12), ("a" * 50, "b" * 13), ("a" * 50, "b" * 13 + "c"), ("a" * 49, "b" * 50)]
    names = [short_name(*part) for part in parts]
    assert [len(name) for name in names] == [63, 63, 63, 63]
    assert len(set(names)) == len(parts)


def test_no_two_users_have_one_name_and_certificates_take_it() -> None:
    """Strimzi rejects names of users with certificates beyond 64 characters."""
    parts = [("a", "b-c", "d"), ("a-b", "c", "d"), ("a", "b", "c_d"), ("n" * 63, "b" * 50, "l" * 50)]
    names = [user_name(*part) for part in parts]
    assert len(set(names)) == len(parts)
    assert [name for name in names if not is_label(name)] == []
    assert user_name("shop", "payments", "auth_events") == "payments-auth-events-96cd5bba"


@pytest.mark.parametrize(("text", "expected"), [("orders", "orders"), ("prod.auth.v3", "prod-auth-v3"), ("0-1", "0-1")])
def test_a_clean_name_keeps_its_letters(text: str, expected: str) -> None:
    assert physical_name(text) == expected


@pytest.mark.parametrize(("length", "kept"), [(62, True), (63, True), (64, False), (249, False)])
def test_a_name_is_kept_up_to_the_length_of_a_label(length: int, kept: bool) -> None:
    name = physical_name("o" * length)
    assert (name == "o" * length) is kept
    assert is_label(name)


def test_names_that_had_to_change_stay_apart_and_are_names() -> None:
    texts = ["Orders", "orders_v1", "_", "-", "..", "a.", "o" * 249, "o" * 250, "orders__v1", "ORDERS_V1", "ä", ""]
    names = [physical_name(text) for text in texts]
    assert len(set(names)) == len(texts)
    assert [name for name in names if not is_label(name)] == []


def test_a_digest_does_not_change_with_a_release() -> None:
    """Names of objects contain it."""
    assert fields_digest({"role": "reader", "mount": "ä"}) == "05484455"
    assert physical_name("orders_v1") == "orders-v1-dc164354"


def test_the_order_of_fields_is_not_in_their_digest() -> None:
    assert fields_digest({"a": "1", "b": {"c": "2", "d": "3"}}) == fields_digest({"b": {"d": "3", "c": "2"}, "a": "1"})


@pytest.mark.parametrize(
    "other",
    [{"a": "12", "b": "3"}, {"a": "1"}, {"a": "1", "b": "23", "c": ""}, {"b": "1", "a": "23"}, ["1", "23"]],
)
def test_other_fields_have_another_digest(other: Json) -> None:
    assert fields_digest(other) != fields_digest({"a": "1", "b": "23"})


@pytest.mark.parametrize(
    ("binding", "process"),
    [("payments", "authorization_enrichment"), ("b" * 50, "p" * 50), ("a", "b"), ("a-b", "c"), ("x" * 36, "y")],
)
def test_the_name_of_a_job_fits_the_45_characters_that_flink_allows(binding: str, process: str) -> None:
    name = job_name("shop", binding, process)
    assert re.fullmatch("[a-z]([-a-z0-9]{0,43}[a-z0-9])?", name)


def test_no_two_processes_have_one_job() -> None:
    pairs = [("a", "b_c"), ("a-b", "c"), ("p" * 50, "a"), ("p" * 50, "b"), ("a", "b")]
    assert len({job_name("shop", *pair) for pair in pairs}) == len(pairs)
    assert job_name("shop", "a", "b") != job_name("other", "a", "b")
    assert job_name("shop", "a", "b") == job_name("shop", "a", "b")
