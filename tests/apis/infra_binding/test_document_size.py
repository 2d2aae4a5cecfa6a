"""A document is refused before a cluster would: counted as it is stored, twice in an Object."""

import json

import pytest

from function.apis.infra_binding.document_size import CONFIG_MAP_MAX, STORED_MAX, too_large
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.base.variables import INSERTED_MAX
from function.platform.config import PlatformConfig
from function.render import render
from tests.bindings import PLATFORM, binding, composite, namespaced
from tests.leaves import replaced

OBJECT = PlatformConfig()
DIRECT = PlatformConfig(delivery="direct")
DIRECTLY = replaced(PLATFORM, "spec.delivery", "direct")
ROOM = 32 * 1024


def as_stored(value: Json) -> bytes:
    """Return JSON as Go writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode()


def spec(length: int, character: str = "x") -> Manifest:
    return binding(infrastructure={"metadata": {"variables": {"b": character * length}}})


def largest(document: object, platform: Manifest, character: str) -> int:
    """Return how many characters such a binding may have."""
    fits, refused = 0, 2 * CONFIG_MAP_MAX
    while refused - fits > 1:
        middle = (fits + refused) // 2
        answer = render(Request(xr=document(spec(middle, character)), platform=platform))  # type: ignore[operator]  # composite or namespaced
        fits, refused = (fits, middle) if answer.fatal else (middle, refused)
    return fits


@pytest.mark.parametrize("character", ["x", "<", '"', "ß"])
def test_the_largest_object_fits_with_what_it_shows(character: str) -> None:
    length = largest(composite, PLATFORM, character)
    made = render(Request(xr=composite(spec(length, character)), platform=PLATFORM)).resources["document"].manifest
    wanted = made["spec"]["forProvider"]["manifest"]  # type: ignore[index, call-overload]  # an Object
    size = len(as_stored({**made, "status": {"atProvider": {"manifest": wanted}}}))
    assert STORED_MAX - ROOM - 4096 < size < STORED_MAX - ROOM + 4096
    refused = render(Request(xr=composite(spec(length + 1, character)), platform=PLATFORM))
    assert [problem.code for problem in refused.problems] == ["EP415"]


def test_without_an_object_only_the_limit_of_a_config_map_counts() -> None:
    length = largest(namespaced, DIRECTLY, "x")
    assert CONFIG_MAP_MAX - 1024 < length < CONFIG_MAP_MAX


@pytest.mark.parametrize(
    ("config", "length", "message"),
    [
        (OBJECT, 770_000, None),
        (OBJECT, 770_100, "takes 1572986 bytes in its Object, but etcd is limited to 1572864. Hint: split the binding"),
        (DIRECT, CONFIG_MAP_MAX, None),
        (
            OBJECT,
            CONFIG_MAP_MAX + 1,
            "is 1048577 bytes, but a ConfigMap is limited to 1048576. Hint: split the binding",
        ),
        (
            DIRECT,
            CONFIG_MAP_MAX + 1,
            "is 1048577 bytes, but a ConfigMap is limited to 1048576. Hint: split the binding",
        ),
    ],
)
def test_the_limits(config: PlatformConfig, length: int, message: str | None) -> None:
    assert too_large({"a": "x" * length}, config) == (message and f"the document of the binding {message}")


def test_escaped_characters_take_more_room() -> None:
    assert too_large({"a": "<" * 200_000}, OBJECT) is not None
    assert too_large({"a": "\u2028" * 200_000}, OBJECT) is not None
    assert too_large({"a": '"' * 380_000}, OBJECT) is None


def test_the_widest_character_counts_to_the_byte() -> None:
    assert too_large({"a": "\x00" * 128_339}, OBJECT) is None
    assert too_large({"a": "\x00" * 128_340}, OBJECT) is not None


def test_variables_cannot_stand_for_more_than_a_document_could_hold() -> None:
    assert INSERTED_MAX <= CONFIG_MAP_MAX
