"""Requests that are well-formed protobuf and hostile in everything else, with secrets planted in them."""

from collections.abc import Iterator

from function.base.manifest import Manifest
from tools.fuzz.answered import answered
from tools.fuzz.choices import Choices
from tools.fuzz.message import CANARY, request
from tools.fuzz.mutation import mutated
from tools.fuzz.scenes import Scene, scenes, words
from tools.fuzz.targets.target import Target

MUTATIONS_MAX = 12


def parts_of(scene: Scene) -> Manifest:
    """Return a scene as one document, so that a mutation may strike anywhere."""
    return {
        "xr": scene.xr,
        "observed": dict(scene.observed),
        "required": {name: list(items) for name, items in scene.required.items()},
        "platform": scene.platform,
        "desired": {"bucket": {"kind": "Bucket", "spec": {}}},
    }


def request_of(data: bytes) -> bytes:
    """Return the request that the bytes choose."""
    choices = Choices(data)
    scene = choices.pick(scenes())
    return request(mutated(parts_of(scene), choices, words(), most=1 + choices.number(MUTATIONS_MAX)))


def check(data: bytes) -> None:
    """Hold the answer to the chosen request against the invariants."""
    answered(request_of(data), canary=CANARY)


def seeds() -> Iterator[bytes]:
    """Yield each scene as it is, and each with some changes."""
    for number in range(len(scenes())):
        yield bytes([number])
        yield bytes([number, *range(3, 90, 3)])


TARGET = Target(check=check, seeds=seeds, input_bytes_max=256, request=request_of)
