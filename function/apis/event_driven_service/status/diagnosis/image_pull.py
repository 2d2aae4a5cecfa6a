"""Why an image cannot be pulled: a few answers, sorted by the kubelet's text, which itself is never repeated."""

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
"""Waiting reasons of the kubelet that are about the image."""

_TEXTS = (
    (
        re.compile(r"(?i)unauthorized|denied|forbidden|authentication|no basic auth|\b40[13]\b"),
        "the registry refuses access",
        "check that the pull secret in spec.imagePullSecrets exists and holds valid credentials for this registry",
    ),
    (
        re.compile(r"(?i)not ?found|manifest unknown|name unknown|\b404\b"),
        "the registry has no such image or tag",
        "correct spec.image, or push the image; a private registry may say the same for want of spec.imagePullSecrets",
    ),
    (
        re.compile(
            r"(?i)no such host|refused|time(d )?out|deadline|unreachable|x509|\btls\b|\beof\b|\b5\d\d\b|too ?many ?req"
        ),
        "the registry cannot be reached",
        "check the registry's name in spec.image; if it is right, ask the platform team about the way there",
    ),
)
_OTHER = ("no reason is given", "check spec.image and spec.imagePullSecrets")


def pull_failed(reason: str, message: str, image: str) -> Cause:
    """Return the cause; the same for the attempt (ErrImagePull) and the pause after it (ImagePullBackOff)."""
    detail, advice = _answer(reason, message.replace(image, ""))
    return pods.IMAGE_PULL_FAILED.because(image=image, detail=detail, advice=advice)


def _answer(reason: str, message: str) -> tuple[str, str]:
    if reason == "InvalidImageName":
        return "this is no valid image name", "correct spec.image"
    if reason == "ErrImageNeverPull":
        return "the node does not have it, and it may not be pulled", "change spec.imagePullPolicy"
    for pattern, detail, advice in _TEXTS:
        if pattern.search(message):
            return detail, advice
    return _OTHER
