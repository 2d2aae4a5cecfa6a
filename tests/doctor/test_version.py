"""Versions in tags of images and packages."""

import pytest

from function.doctor.version import of_image, older, oldest, parsed


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("v2.20.1", (2, 20, 1)),
        ("2.12", (2, 12, 0)),
        ("2.12.7-alpine", (2, 12, 7)),
        ("v1.35.4+k3s1", (1, 35, 4)),
        ("", None),
        ("latest", None),
        ("v2", None),
        ("sha256", None),
        ("9" * 7 + ".1", None),
    ],
)
def test_a_version_is_its_numbers(text: str, version: tuple[int, int, int] | None) -> None:
    assert parsed(text) == version


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("nats:2.12.7-alpine", "2.12.7-alpine"),
        ("example.org:5000/keda:2.20.2@sha256:00", "2.20.2"),
        ("example.org:5000/keda", ""),
        ("keda:latest", ""),
        ("keda@sha256:00", ""),
        ("", ""),
    ],
)
def test_the_version_of_an_image_is_in_its_tag(image: str, version: str) -> None:
    assert of_image(image) == version


@pytest.mark.parametrize(
    ("text", "expected"), [("2.19.9", True), ("2.20.0", False), ("v3.0", False), ("latest", False)]
)
def test_an_unknown_version_is_not_older(text: str, expected: bool) -> None:
    assert older(text, (2, 20, 0)) is expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("v1.10.0", "v1.9.3"), "v1.9.3"),
        (("", "v1.35.4"), "v1.35.4"),
        (("latest", "2.1"), "2.1"),
        (("", "latest"), ""),
        ((), ""),
    ],
)
def test_the_oldest_version_is_the_lowest_that_is_known(texts: tuple[str, ...], expected: str) -> None:
    assert oldest(texts) == expected
