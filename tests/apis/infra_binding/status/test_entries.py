"""The status counts the entries of each section, and says which are ready."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, binding, composite, settled, topic, vault
from tests.support import look

FIELDS: dict[str, Json] = {
    "streams": {"a": topic()},
    "secrets": {"db": vault(keys=["x"]), "there": {"provider": "kubernetes", "secret_name": "there"}},
    "deployment": {"type": "kubernetes", "ingress": {"enabled": True}, "mode": "native"},
}
COUNTED = ("streams", "secrets", "deployment")


def status(observed: dict[str, Manifest]) -> Manifest:
    answer = render(Request(xr=composite(binding(**FIELDS)), platform=PLATFORM, observed=observed))
    assert answer.fatal is None
    return dict(answer.status)


def counts(found: Manifest) -> dict[str, tuple[Json, ...]]:
    listed = look(found, "sections")
    assert isinstance(listed, list)
    return {item["name"]: (item["entries"], item["managed"], item["ready"]) for item in listed}


def test_a_section_counts_its_entries() -> None:
    assert counts(status({})) == {"streams": (1, 1, 0), "secrets": (2, 1, 0), "deployment": (2, 0, 0)}


def test_ready_entries_are_counted() -> None:
    found = status(settled(composite(binding(**FIELDS))))
    assert counts(found) == {"streams": (1, 1, 1), "secrets": (2, 1, 1), "deployment": (2, 0, 0)}


def test_a_section_without_objects_says_why() -> None:
    reasons = {name: look(status({}), f"sections.{position}.reason") for position, name in enumerate(COUNTED)}
    assert reasons == {
        "streams": None,
        "secrets": None,
        "deployment": "the web interface of Flink has no login, so nothing makes it reachable from outside the "
        "cluster; each process runs as an application in a cluster of its own, whose pods Flink itself starts",
    }


def test_an_empty_section_is_not_counted() -> None:
    assert render(Request(xr=composite(binding()), platform=PLATFORM)).status["sections"] == []


@pytest.mark.parametrize(("key", "ready"), [("stream-a", False), ("document", True)])
def test_an_entry_is_ready_once_its_objects_are(key: str, ready: bool) -> None:
    observed = settled(composite(binding(**FIELDS)))
    del observed[key]
    assert look(status(observed), "bindings.0.ready") is ready
    assert look(status(observed), "bindings.2.ready") is None


def test_infrastructure_counts_its_fields_and_says_why_there_is_no_object() -> None:
    runtime: Json = {"platform": "kubernetes", "namespace": "a"}
    fields = binding(infrastructure={"provider": "manual", "runtime": runtime})
    answer = render(Request(xr=composite(fields), platform=PLATFORM))
    assert answer.status["sections"] == [
        {
            "name": "infrastructure",
            "entries": 2,
            "managed": 0,
            "ready": 0,
            "reason": "nothing calls it, so what it provisions must exist; it must exist, because nothing creates it",
        }
    ]


def test_an_infrastructure_without_fields_is_not_counted() -> None:
    assert render(Request(xr=composite(binding(infrastructure={})), platform=PLATFORM)).status["sections"] == []
