"""What is printed about a field."""

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.explain.field import found, steps_of
from function.publish.explain.page import page
from function.publish.explain.root import Root, roots

SERVICE, BINDING, _ = roots(APIS.values(), PlatformConfig())


def text(path: str, root: Root = SERVICE, *, recursive: bool = False) -> str:
    fields, _ = found(root.tree, steps_of(path) if path else [])
    return page(root, fields, recursive=recursive)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("spec.image", "REQUIRED:\n    yes\n"),
        ("spec.healthPath", "DEFAULT:\n    /health\n"),
        ("spec.scaling.enabled", "DEFAULT:\n    true\n"),
        ("spec.imagePullPolicy", "ALLOWED:\n    one of Always, IfNotPresent, Never\n"),
        ("spec.scaling.lagThreshold", "ALLOWED:\n    at least 1\n    at most 1000000000\n"),
        ("spec.scaling.minReplicas", "RULES:\n    - minReplicas must not exceed maxReplicas\n"),
        ("spec.scaling", "    - minReplicas: minReplicas must not exceed maxReplicas\n"),
        ("spec.scaling", "    lagThreshold  <integer>  Target number of pending messages per replica.\n"),
        ("", "\nFIELDS:\n    apiVersion  <string> -required-"),
        ("", "\n      image  <string> -required-  "),
    ],
)
def test_what_the_schema_says_is_shown(path: str, part: str) -> None:
    assert part in text(path)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("spec.image", "DEFAULT"),
        ("spec.image", "FIELDS"),
        ("spec.healthPath", "REQUIRED"),
        ("spec.scaling", "ALLOWED"),
        ("spec.size", "RULES"),
        ("spec.imagePullPolicy", "`"),
        ("spec.imagePullPolicy", "EXAMPLE"),
        ("spec.scaling", "failureThreshold"),
        ("", "lagThreshold"),
    ],
)
def test_what_the_schema_does_not_say_is_not_shown(path: str, part: str) -> None:
    assert part not in text(path)


def test_all_depths_are_listed_on_request() -> None:
    shown = text("spec.scaling", recursive=True)
    assert "\n      failureThreshold  <integer> -required-  " in shown
    assert "\n      prometheus  <type: prometheus>" in shown
    assert "\n        query  <string> -required-  " in shown


def test_variants_are_listed_by_their_type() -> None:
    shown = text("spec.streams", BINDING)
    assert "\n    kafka  <type: kafka>  A topic of a Kafka cluster.\n" in shown
    assert "brokers" not in shown


def test_variants_that_agree_share_one_text() -> None:
    shown = text("spec.scaling.triggers.name")
    assert shown.count("DESCRIPTION") == 1
    assert "WITH:     type: cpu, type: cron, " in shown


def test_variants_that_differ_have_texts_of_their_own() -> None:
    shown = text("spec.streams.direction", BINDING)
    assert shown.count("WITH:") == shown.count("DESCRIPTION") > 1


def test_only_the_first_sentence_is_listed() -> None:
    assert "\n    account  <string>  NATS account that owns the stream.\n" in text("spec.nats")
