import pytest
from hypothesis import given
from hypothesis import strategies as st

from function.apis.platform_settings import _known, platform_settings, wrong
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.documents import platform
from tests.property.strategies import mutated, platforms

OVERLAY: Manifest = {"name": "a", "kinds": ["Deployment"], "patch": {"spec": {}}}


@pytest.mark.parametrize("document", [{}, platform(), platform(overlays=[OVERLAY]), platform(delivery="direct")])
def test_settings_that_are_right(document: Manifest) -> None:
    config, problems = platform_settings(document)
    assert problems == []
    assert config is not None


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        ({"delivery": "helm"}, "PlatformConfig.spec.delivery"),
        ({"overlays": [{**OVERLAY, "kinds": ["Pod"]}]}, "PlatformConfig.spec.overlays[0].kinds[0]"),
        ({"overlays": [{**OVERLAY, "patch": {"status": {}}}]}, "PlatformConfig.spec.overlays[0].patch.status"),
    ],
)
def test_settings_that_are_wrong(settings: dict[str, Json], path: str) -> None:
    config, problems = platform_settings(platform(**settings))
    assert config is None
    assert [problem.path for problem in problems] == [path]


def test_the_kinds_are_those_of_all_apis() -> None:
    kinds = ["Deployment", "ScaledObject", "NetworkPolicy", "KafkaTopic", "ConfigMap"]
    assert platform_settings(platform(overlays=[{**OVERLAY, "kinds": kinds, "patch": {"metadata": {}}}]))[1] == []


def test_a_file_has_other_paths() -> None:
    config = PlatformConfig.model_validate({"overlays": [{**OVERLAY, "kinds": ["Pod"]}]})
    assert [problem.path for problem in wrong(config, "spec")] == ["spec.overlays[0].kinds[0]"]


@given(st.lists(platforms() | platforms().flatmap(mutated), min_size=1, max_size=4))
def test_settings_that_are_known_are_what_they_are_when_they_are_not(documents: list[Manifest]) -> None:
    fresh = []
    for document in documents:
        _known.cache_clear()
        fresh.append(platform_settings(document))
    for _ in range(2):
        assert [platform_settings(document) for document in documents] == fresh


def test_settings_too_long_to_be_kept_are_understood_all_the_same() -> None:
    long = {**platform(), "metadata": {"note": "x" * 70_000}}
    _known.cache_clear()
    assert platform_settings(long) == (PlatformConfig(), [])
    assert _known.cache_info().currsize == 0


def test_who_changes_the_problems_changes_no_other_answer() -> None:
    wrong = platform(size=1)
    first = platform_settings(wrong)[1]
    assert first
    first.clear()
    assert platform_settings(wrong)[1]
