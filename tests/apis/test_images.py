import pytest

from function.apis.images import refused
from function.base.manifest import Json
from function.platform.config import PlatformConfig

DIGEST = f"ghcr.io/example/flink:1.20.1@sha256:{'0' * 64}"


@pytest.mark.parametrize(
    ("image", "settings", "codes"),
    [
        ("flink", {}, []),
        ("ghcr.io/example/flink:1", {"images": {"allowedRegistries": ["ghcr.io/example"]}}, []),
        ("ghcr.io/example/flink:1", {"images": {"allowedRegistries": ["ghcr.io/example/"]}}, []),
        ("ghcr.io/example2/flink:1", {"images": {"allowedRegistries": ["ghcr.io/example"]}}, ["EP220"]),
        ("flink", {"images": {"allowedRegistries": ["ghcr.io"]}}, ["EP220"]),
        (DIGEST, {"policy": {"imageDigest": True}}, []),
        ("flink:1.20.1", {"policy": {"imageDigest": True}}, ["EP224"]),
        ("flink", {"policy": {"imageDigest": True}, "images": {"allowedRegistries": ["ghcr.io"]}}, ["EP220", "EP224"]),
    ],
)
def test_what_the_platform_does_not_allow(image: str, settings: Json, codes: list[str]) -> None:
    found = list(refused("spec.image", image, PlatformConfig.model_validate(settings)))
    assert [problem.code for problem in found] == codes
    assert {problem.path for problem in found} <= {"spec.image"}
