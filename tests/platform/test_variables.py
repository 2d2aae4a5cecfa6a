"""The settings about variables: each of them changes what is asked for."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Requirement
from function.base.request import Request
from function.platform.config import PlatformConfig
from function.render import render
from tests.bindings import binding, composite, topic
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

CLAIM = composite(binding(streams={"orders": topic("${TOPIC}")}))
SETTINGS: Manifest = {"variables": {"sources": [{"kind": "ConfigMap", "name": "brokers", "namespace": "infra"}]}}
CHANGES: dict[str, Json] = {
    "variables.sources[0].kind": "EnvironmentConfig",
    "variables.sources[0].name": "other",
    "variables.sources[0].namespace": "other",
}


def asked(settings: Manifest) -> list[Requirement]:
    answer = render(Request(xr=CLAIM, platform=platform(**settings), required={}))
    assert answer.fatal is None, answer.fatal
    return list(answer.requirements.values())


@pytest.mark.parametrize("place", ["variables.sources[0].name", "variables.sources[0].namespace"])
def test_another_value_asks_for_another_object(place: str) -> None:
    assert asked(replaced(SETTINGS, place, CHANGES[place])) != asked(SETTINGS)


def test_an_environment_config_is_another_object() -> None:
    source: Manifest = {"kind": "EnvironmentConfig", "name": "brokers"}
    assert asked({"variables": {"sources": [source]}}) != asked(
        {"variables": {"sources": [{**source, "kind": "ConfigMap"}]}}
    )


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("variables.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("source", "path", "message"),
    [
        (
            {"kind": "Secret", "name": "a"},
            "[0].kind",
            "must be one of [ConfigMap, EnvironmentConfig, Workspace], got 'Secret'",
        ),
        ({"kind": "ConfigMap"}, "[0].name", "required field missing"),
        (
            {"kind": "EnvironmentConfig", "name": "a", "namespace": "b"},
            "[0].namespace",
            "an EnvironmentConfig has no namespace. Hint: remove the namespace",
        ),
    ],
)
def test_settings_that_are_wrong(source: Json, path: str, message: str) -> None:
    settings = platform(variables={"sources": [source]})
    assert_refused(CLAIM, f"PlatformConfig.spec.variables.sources{path}: {message}", settings)
