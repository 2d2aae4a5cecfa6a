"""Images that the platform does not allow."""

from collections.abc import Iterator

from function.apis.breach import breach
from function.base.image import digest, registry_path, repository
from function.base.problems import Problem, describe
from function.platform.config import PlatformConfig


def refused(path: str, image: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield that the image at `path` is from another registry than the platform's, or has no digest."""
    yield from of_other_registries(path, image, config)
    yield from without_digest(path, image, config)


def of_other_registries(path: str, image: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield that the image is not from one of the registries that the platform allows."""
    allowed = config.images.allowed_registries
    if allowed and not any(_within(repository(image), registry_path(prefix.rstrip("/"))) for prefix in allowed):
        message = describe(
            f"must come from one of [{', '.join(allowed)}]",
            got=f"'{image}'",
            hint="push the image to an allowed registry, or ask the platform team to allow this one",
        )
        yield Problem(path=path, message=message, code="EP220", value=f"'{image}'")


def without_digest(path: str, image: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield that the image has no digest although the platform requires one."""
    if config.policy.image_digest and not digest(image):
        yield breach(path, describe("an image without a digest", got=f"'{image}'"), "imageDigest")


def _within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}/")
