import pytest

from function.apis.infra_binding.lifecycle import KEYS, explained, requirements
from function.apis.infra_binding.resources import DOCUMENT
from function.base.manifest import Json, Manifest, at
from function.base.request import Request
from function.delivery.live import orphaned
from function.render import render
from tests.bindings import PAYMENTS, PLATFORM, binding, composite, config, model, resolved, secret, topic, vault

TOPICS: Json = {"a": topic("a"), "b": topic("b", properties={"p": "secret://db/key"})}
SPECS: list[dict[str, Json]] = [
    {},
    {"streams": TOPICS, "secrets": {"db": vault()}},
    {"streams": TOPICS, "secrets": {"db": secret(namespace="other")}},
    {"streams": TOPICS, "secrets": {"db": secret()}},
    {"streams": {"renamed": topic("a")}},
    {"streams": {"a": topic("another")}},
    {"secrets": {"db": vault(path="other/x", keys=["y"])}},
]


def made(fields: dict[str, Json], settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    answer = render(Request(xr=composite(binding(**fields)), platform=settings))
    assert answer.fatal is None, answer.fatal
    return {key: composed.manifest for key, composed in answer.resources.items()}


@pytest.mark.parametrize("fields", SPECS)
def test_what_is_guarded_is_always_there(fields: dict[str, Json]) -> None:
    assert made(fields).keys() >= KEYS


def test_what_does_not_follow_from_an_entry_is_guarded() -> None:
    assert made({}).keys() == KEYS


@pytest.mark.parametrize("before", SPECS)
@pytest.mark.parametrize("after", SPECS)
def test_any_edit_of_the_spec_is_safe(before: dict[str, Json], after: dict[str, Json]) -> None:
    answer = render(Request(xr=composite(binding(**after)), observed=made(before), platform=PLATFORM))
    assert answer.fatal is None, answer.fatal


@pytest.mark.parametrize("fields", SPECS)
def test_a_topic_outlives_whatever_happens_to_its_binding(fields: dict[str, Json]) -> None:
    for key, manifest in made(fields).items():
        assert orphaned(manifest) == key.startswith("stream-")


def test_a_topic_stays_when_the_platform_takes_its_namespace_back() -> None:
    without = {**PLATFORM, "spec": {"vault": at(PLATFORM, "spec", "vault")}}
    fields: dict[str, Json] = {"streams": {"a": topic("a")}}
    answer = render(Request(xr=composite(binding(**fields)), observed=made(fields), platform=without))
    assert list(answer.resources) == [DOCUMENT]
    assert orphaned(made(fields)["stream-a"])


def test_a_binding_asks_for_nothing_and_does_without_nothing() -> None:
    assert requirements(PAYMENTS, config(), resolved()) == {}
    assert requirements(PAYMENTS, config(), None) == {}
    assert list(explained(model())) == []
