"""The page of the platform: what it shows of the settings, and what it does not."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.documents import platform
from tests.sites import Parsed, made

CANARY = "canary-0123456789"


def text(**spec: Any) -> str:
    return Parsed(made(platform(**spec))["platform.html"]).text


def test_built_in_settings_have_sizes_and_no_rules(files: Mapping[str, bytes]) -> None:
    found = Parsed(files["platform.html"]).text
    assert "medium (default)" in found
    assert "The settings are the built-in ones" in found
    assert "not shown" not in found


def test_an_organization_has_its_names_sizes_and_rules(own: Mapping[str, bytes]) -> None:
    found = Parsed(own["platform.html"])
    for part in ("apis.example.org/v1alpha1", "Worker", "bindings", "xs (default)", "50m", "8Gi", "ghcr.io/example"):
        assert part in found.text
    assert {"size-xs", "size-xl"} <= set(found.values("id"))
    assert "settings.html#spec.images.allowedRegistries" in found.values("href")
    assert "medium" not in found.text


@pytest.mark.parametrize(
    ("spec", "row"),
    [
        ({"policy": {"reservedNames": ["admin", "root"]}}, "spec.policy.reservedNames\nadmin, root"),
        ({"scaling": {"maxReplicas": 20}}, "20"),
        ({"takeoverMode": True}, "true"),
        ({"labels": {"required": ["team"]}}, "team"),
    ],
)
def test_a_rule_has_its_value(spec: Any, row: str) -> None:
    assert all(part in text(**spec) for part in row.split("\n"))


@pytest.mark.parametrize(
    "spec",
    [
        {"defaults": {"pod": {"env": [{"name": "A", "value": CANARY}]}}},
        {"defaults": {"annotations": {"a": CANARY}}},
        {"overlays": [{"name": "a", "kinds": ["Deployment"], "patch": {"spec": {"x": CANARY}}}]},
        {"policy": {"prometheusAddresses": [f"http://{CANARY}.example.org:9090"]}},
        {"defaults": {"pod": {"tolerations": [{"key": "a", "operator": "Equal", "value": CANARY}]}}},
    ],
)
def test_what_may_hold_a_credential_is_named_and_not_shown(spec: Any) -> None:
    files = made(platform(**spec))
    assert [name for name, content in files.items() if CANARY.encode() in content] == []
    assert "not shown" in Parsed(files["platform.html"]).text


@pytest.mark.parametrize("hostile", ["<img src=x onerror=alert(1)>", "a\u202eb", "</script>", "a`b`c", '" onclick="x'])
def test_texts_of_the_settings_are_only_texts(hostile: str) -> None:
    files = made(platform(images={"allowedRegistries": [hostile]}, labels={"required": ["team"]}))
    for name, content in files.items():
        if name.endswith(".html"):
            read = Parsed(content)
            assert read.wrong == []
            assert {"img", "onclick", "onerror"} & {
                found for tag, attributes in read.elements for found in (tag, *attributes)
            } == set()
            assert "\u202e" not in read.text
