import pytest

from function.apis.platform_settings import KINDS, platform_settings, wrong
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.documents import platform

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
    assert {"Deployment", "ScaledObject", "NetworkPolicy", "KafkaTopic", "ConfigMap"} <= KINDS


def test_a_file_has_other_paths() -> None:
    config = PlatformConfig.model_validate({"overlays": [{**OVERLAY, "kinds": ["Pod"]}]})
    assert [problem.path for problem in wrong(config, "spec")] == ["spec.overlays[0].kinds[0]"]
