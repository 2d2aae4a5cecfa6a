"""A reference to a binding leads to one of the tree, or the tree has none."""

from dataclasses import replace

import pytest

from function.base.manifest import Manifest
from function.check.cross.bindings import superseded
from function.check.finding import Finding
from tests.bindings import composite
from tests.check.cross.trees import bound, found, other, places, service
from tests.findings import finding

KAFKA: Manifest = {"type": "kafka", "topic": "orders.v1", "brokers": "broker:9092", "consumer": {"group_id": "w"}}


def binding(name: str = "payments", *, namespace: str = "shop") -> Manifest:
    return bound(name, namespace=namespace, streams={"orders": {**KAFKA, "topic": f"{name}.{namespace}"}})


def user(name: str = "payments", *, namespace: str = "shop") -> Manifest:
    ref: Manifest = {"name": name, "env": [{"name": "TOPIC", "stream": "orders", "field": "topic"}]}
    return service(namespace=namespace, bindingRef=ref)


def without_namespace(claim: Manifest) -> Manifest:
    return {**claim, "metadata": {"name": "orders"}}


def test_a_slip_in_the_name_is_recognized() -> None:
    (found_,) = found(binding("other"), user("paymets"), binding())
    assert str(found_) == (
        "2.yaml:12:11: EP509 spec.bindingRef.name: no InfraBinding of this name is in the tree; got 'paymets'. "
        "Hint: did you mean 'payments'?"
    )
    assert (found_.severity, found_.suggestion, found_.related[0].file) == ("warning", "payments", "3.yaml")


def test_another_name_is_answered_with_those_that_exist() -> None:
    (found_,) = found(user(), binding("x"), binding("a"), binding("b", namespace="other"))
    assert found_.message.endswith("got 'payments'. Hint: the bindings of the namespace in the tree are a, x")
    assert (found_.suggestion, found_.related[0].file) == (None, "3.yaml")


def test_a_binding_in_another_namespace_is_named() -> None:
    (found_,) = found(user(), binding(namespace="other"))
    assert found_.message == (
        "spec.bindingRef.name: InfraBinding other/payments (2.yaml:4) is in another namespace, and a service reads "
        "only the bindings of its own; got namespace shop. Hint: use the same namespace for both"
    )


@pytest.mark.parametrize(
    "documents",
    [
        [user(), binding()],
        [user(), binding(), binding(namespace="other")],
        [without_namespace(user()), binding()],
        [user(), without_namespace(binding()) | {"metadata": {"name": "payments"}}],
        [user()],
        [user(), binding("a", namespace="other")],
        [user(), other("InfraBinding", "x", api="example.org/v1")],
        [service(), binding("a")],
        [user(), binding("a"), bound(streams={"orders": {"type": "unknown"}})],
        [user(), binding("a"), composite({"version": "1.0"})],
    ],
    ids=[
        "there",
        "twice",
        "no namespace",
        "nor here",
        "alone",
        "unlike",
        "another API",
        "none",
        "invalid",
        "composite",
    ],
)
def test_what_exists_or_may_be_elsewhere_is_no_finding(documents: list[Manifest]) -> None:
    assert [place for place in places(*documents) if place[1] == "EP509"] == []


def test_each_service_has_its_own() -> None:
    users = [user("a"), {**user("b"), "metadata": {"name": "b", "namespace": "shop"}}]
    assert [place[:2] for place in places(*users, binding()) if place[1] == "EP509"] == [
        ("1.yaml", "EP509"),
        ("2.yaml", "EP509"),
    ]


def at(code: str, path: str) -> Finding:
    return replace(finding("warning"), code=code, path=path)


@pytest.mark.parametrize(
    ("code", "path", "others", "expected"),
    [
        ("EP340", "a", [("EP509", "a")], True),
        ("EP340", "a", [("EP509", "b")], False),
        ("EP340", "a", [("EP503", "a")], False),
        ("EP342", "a", [("EP509", "a")], False),
        ("EP340", "a", [], False),
    ],
)
def test_only_a_reference_that_was_not_checked_is_superseded(
    code: str, path: str, others: list[tuple[str, str]], expected: bool
) -> None:
    assert superseded(at(code, path), [at(*other) for other in others]) is expected
