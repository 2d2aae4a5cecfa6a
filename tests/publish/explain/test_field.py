"""Paths, and the fields that they lead to."""

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.explain.field import found, names, steps_of
from function.publish.explain.root import roots

SERVICE, BINDING, _ = roots(APIS.values(), PlatformConfig())


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("spec.image", "spec.image"),
        ("spec.env", "spec.env"),
        ("spec.env.name", "spec.env[].name"),
        ("spec.env[].name", "spec.env[].name"),
        ("spec.env[12].name", "spec.env[].name"),
        ("spec.scaling.triggers.query", "spec.scaling.triggers[].query"),
        ("spec.podLabels.team", "spec.podLabels.*"),
    ],
)
def test_positions_and_keys_may_be_left_out(path: str, leads_to: str) -> None:
    steps = steps_of(path)
    fields, count = found(SERVICE.tree, steps)
    assert (fields[0].path, count) == (leads_to, len(steps))


@pytest.mark.parametrize("path", ["spec.streams.topic", "spec.streams.*.topic", "spec.streams.orders.topic"])
def test_a_field_of_some_variants_is_found_in_them_only(path: str) -> None:
    fields, _ = found(BINDING.tree, steps_of(path))
    assert {field.path for field in fields} == {"spec.streams.*.topic"}
    choices = [field.choice for field in fields]
    assert "type: kafka" in choices
    assert "type: kinesis" not in choices


def test_a_type_selects_a_variant() -> None:
    fields, _ = found(BINDING.tree, steps_of("spec.streams.kinesis"))
    assert [field.choice for field in fields] == ["type: kinesis"]


@pytest.mark.parametrize(
    ("path", "choice"),
    [
        ("spec.dapr.components.pubsub.kafka", "type: pubsub.kafka"),
        ("spec.dapr.components.pubsub.kafka.metadata.consumerGroup", "type: pubsub.kafka"),
        ("spec.secrets.vault.path", "provider: vault"),
    ],
)
def test_a_type_may_have_dots_or_the_name_of_a_field(path: str, choice: str) -> None:
    fields, count = found(BINDING.tree, steps_of(path))
    assert (count, [field.choice for field in fields]) == (len(steps_of(path)), [choice])


def test_a_field_and_a_type_of_one_name_are_both_found() -> None:
    fields, _ = found(BINDING.tree, steps_of("spec.secrets.vault"))
    assert [field.path for field in fields] == ["spec.secrets.*.vault", "spec.secrets.*"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("spec.imag", 1),
        ("spec.image.tag", 2),
        ("specs.image", 0),
        ("spec.env.nam", 2),
        ("spec.scaling.triggers.kafka", 3),
        ("spec..image", 1),
        ("spec.Image", 1),
        (".spec", 0),
        ("", 0),
    ],
)
def test_an_unknown_step_ends_the_path(path: str, known: int) -> None:
    assert found(SERVICE.tree, steps_of(path))[1] == known


def test_a_mistyped_field_is_no_key_of_a_map() -> None:
    assert found(BINDING.tree, steps_of("spec.streams.topc"))[1] == 2


@pytest.mark.parametrize(
    ("path", "rule", "applies"),
    [
        ("spec.scaling.minReplicas", "minReplicas must not exceed maxReplicas", True),
        ("spec.scaling.maxReplicas", "minReplicas must not exceed maxReplicas", True),
        ("spec.scaling.paused", "minReplicas must not exceed maxReplicas", False),
        ("spec.securityContext.runAsUser", "useImageUser and runAsUser are mutually exclusive", True),
        ("spec.securityContext.fsGroup", "useImageUser and runAsUser are mutually exclusive", False),
        ("spec.image", "volume names must be unique", False),
    ],
)
def test_rules_are_those_that_read_the_field(path: str, rule: str, applies: bool) -> None:
    fields, _ = found(SERVICE.tree, steps_of(path))
    assert (rule in [found.message for found, _ in fields[0].rules]) is applies


def test_a_rule_about_a_deeper_field_applies_there() -> None:
    fields, _ = found(BINDING.tree, steps_of("spec.streams.kafka.consumer.group_id"))
    assert [rule.field for rule, _ in fields[0].rules] == ["consumer.group_id"]


def test_a_text_has_no_fields() -> None:
    fields, _ = found(SERVICE.tree, ["spec", "image"])
    assert names(fields[0]) == []
