"""Which claims a name stands for."""

import pytest

from function.apis.registry import APIS
from function.base.manifest import Manifest
from function.trace.inventory import inventory
from function.trace.target import Target, apis_named, claims

GROUP = "platform.bizmatters.io"


def claim(
    kind: str = "EventDrivenService", name: str = "orders", namespace: str = "shop", group: str = GROUP
) -> Manifest:
    return {"apiVersion": f"{group}/v1alpha1", "kind": kind, "metadata": {"name": name, "namespace": namespace}}


@pytest.mark.parametrize("word", ["EventDrivenService", "eventdrivenservices", "eds", f"eventdrivenservice.{GROUP}"])
def test_a_kind_is_named_as_kubectl_accepts_it(word: str) -> None:
    assert [api.kind for api in apis_named(word, APIS.values(), GROUP)] == ["EventDrivenService"]


@pytest.mark.parametrize("word", ["", "Deployment", "xeventdrivenservice", "eds.example.org", "eventdriven"])
def test_another_word_names_none(word: str) -> None:
    assert apis_named(word, APIS.values(), GROUP) == ()


@pytest.mark.parametrize(
    ("documents", "namespace", "count"),
    [
        ([claim()], None, 1),
        ([claim()], "shop", 1),
        ([claim()], "other", 0),
        ([claim(), claim(namespace="other")], None, 2),
        ([claim(), claim(namespace="other")], "other", 1),
        ([claim(), claim("InfraBinding")], None, 2),
        ([claim("XEventDrivenService")], None, 0),
        ([claim(group="example.org")], None, 0),
        ([claim(name="order")], None, 0),
    ],
)
def test_name_kind_group_and_namespace_must_match(documents: list[Manifest], namespace: str | None, count: int) -> None:
    target = Target(tuple(APIS.values()), GROUP, "orders", namespace)
    assert len(list(claims(target, inventory(documents)))) == count
