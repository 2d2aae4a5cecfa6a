import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bindings import binding, composite, topic
from tests.documents import platform

WITH = composite(binding(streams={"a": topic()}, preflight={"checks": ["connectivity"]}))
IMAGE: Json = {"image": "ghcr.io/example/function:1"}
ALLOWED: Json = {"preflight": ["connectivity"]}


def found(document: Manifest, settings: Manifest | None) -> list[str]:
    return [str(problem) for problem in check(document, settings) if problem.path.startswith("spec.preflight")]


def test_a_platform_does_not_allow_any_unless_it_says_so() -> None:
    text = (
        "spec.preflight.checks: runs checks in a Job; got 'connectivity'; not allowed by "
        "PlatformConfig.spec.policy.preflight"
    )
    assert found(WITH, {}) == found(WITH, platform(preflight=IMAGE)) == [text]


def test_an_allowed_one_needs_an_image() -> None:
    hint = "Hint: ask the platform team to set it, or remove the field"
    assert found(WITH, platform(policy=ALLOWED)) == [
        f"spec.preflight: needs PlatformConfig.spec.preflight.image. {hint}"
    ]
    assert errors(check(WITH, platform(policy=ALLOWED)))


def test_with_both_it_runs() -> None:
    assert found(WITH, platform(policy=ALLOWED, preflight=IMAGE)) == []


def test_while_the_settings_are_unknown_it_may_be_allowed() -> None:
    assert not errors(check(WITH, None))
    assert len(found(WITH, None)) == 1


def test_without_any_address_it_is_pointless() -> None:
    empty = composite(binding(preflight={"checks": ["connectivity"]}))
    assert found(empty, platform(policy=ALLOWED, preflight=IMAGE)) == [
        "spec.preflight: has nothing that it can check; status.preflight says why. Hint: remove the field"
    ]
    assert not errors(check(empty, platform(policy=ALLOWED, preflight=IMAGE)))


def test_a_binding_without_one_needs_no_permission() -> None:
    assert found(composite(binding(streams={"a": topic()})), {}) == []


@pytest.mark.parametrize(
    "value",
    [True, "connectivity", [], {"checks": []}, {}, {"checks": "connectivity"}, {"checks": ["latency"]}, {"check": []}],
)
def test_what_is_no_list_of_checks_is_rejected(value: Json) -> None:
    document = composite(binding(streams={"a": topic()}, preflight=value))
    assert errors(check(document, platform(policy=ALLOWED, preflight=IMAGE)))
