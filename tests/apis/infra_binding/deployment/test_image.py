import pytest
from pydantic import ValidationError

from function.apis.infra_binding.deployment.image import JobImage


@pytest.mark.parametrize("repository", ["flink", "company/flink", "ghcr.io/example/flink", "registry:5000/flink"])
def test_an_image_is_its_repository_and_its_tag(repository: str) -> None:
    assert JobImage(repository=repository, tag="1.20.1").reference == f"{repository}:1.20.1"


@pytest.mark.parametrize(
    ("repository", "tag"),
    [
        ("flink:1.20", "1.20.1"),
        ("Flink/Jobs", "a"),
        ("flink@sha256:abc", "a"),
        ("flink", ""),
        ("flink", "a:b"),
        ("", "a"),
    ],
)
def test_what_is_no_repository_or_no_tag_is_refused(repository: str, tag: str) -> None:
    with pytest.raises(ValidationError):
        JobImage(repository=repository, tag=tag)
