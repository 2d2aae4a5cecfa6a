"""Why an image cannot be pulled, classified by the kubelet's error message, which is never repeated."""

import re

from function.apis.event_driven_service.status.reasons import pods
from function.status.reason import Cause

PULL_REASONS = (
    "ErrImageNeverPull",
    "ErrImagePull",
    "ImageInspectError",
    "ImagePullBackOff",
    "InvalidImageName",
    "RegistryUnavailable",
)
"""Reasons of waiting containers that are about the image."""

_TEXTS = (
    (
        re.compile(r"(?i)unauthorized|denied|forbidden|authentication|no basic auth|\b40[13]\b"),
        "the registry denies access",
        "Check that the pull secret in spec.imagePullSecrets exists and holds valid credentials for this registry",
    ),
    (
        re.compile(r"(?i)not ?found|manifest unknown|name unknown|\b404\b"),
        "the registry does not have this image or tag",
        "Correct spec.image or push the image; a private registry may also report this if the pull secret is wrong",
    ),
    (
        re.compile(
            r"(?i)no such host|refused|time(d )?out|deadline|unreachable|x509|\btls\b|\beof\b|\b5\d\d\b|too ?many ?req"
        ),
        "the registry cannot be reached",
        "Check the name of the registry in spec.image; if it is correct, ask the platform team about network access",
    ),
)
_OTHER = ("no reason was given", "Check spec.image and spec.imagePullSecrets")


def pull_failed(reason: str, message: str, image: str) -> Cause:
    """Return the cause, which is the same for an attempt (ErrImagePull) and the wait after it (ImagePullBackOff)."""
    detail, advice = _answer(reason, message.replace(image, ""))
    return pods.IMAGE_PULL_FAILED.because(image=image, detail=detail, advice=advice)


def _answer(reason: str, message: str) -> tuple[str, str]:
    if reason == "InvalidImageName":
        return "this is not a valid image name", "Correct spec.image"
    if reason == "ErrImageNeverPull":
        return "the image is not on the node, and the pull policy is Never", "Change spec.imagePullPolicy"
    for pattern, detail, advice in _TEXTS:
        if pattern.search(message):
            return detail, advice
    return _OTHER
