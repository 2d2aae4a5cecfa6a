"""Sequences of edits of a claim and of its settings, on a cluster that follows late or in part."""

import json
from collections.abc import Iterator

from function.base.manifest import Manifest, mapping_at
from tools.fuzz.choices import Choices
from tools.fuzz.invariants import Violation
from tools.fuzz.mutation import mutated
from tools.fuzz.scenes import valid, words
from tools.fuzz.targets.target import Target
from tools.fuzz.world import World

STEPS_MAX = 8
CALLS_TO_SETTLE = 3
"""Replicas are handed over to the autoscaler in two calls, and the third sees the result."""


def check(data: bytes) -> None:
    """Play the sequence that the bytes choose, and let the cluster settle at the end."""
    choices = Choices(data)
    scene = choices.pick(valid())
    world = World(scene.xr, scene.platform)
    world.reconcile()
    for _ in range(STEPS_MAX):
        if not choices.left:
            break
        _step(world, choices)
        if world.reconcile().fatal is not None and choices.number(4):
            world.take_back()
    _settle(world)


def _step(world: World, choices: Choices) -> None:
    match choices.number(6):
        case 0 | 1 | 2:
            spec = mutated(dict(mapping_at(world.xr, "spec")), choices, words(), most=1 + choices.number(2))
            world.xr = {**world.xr, "spec": _json(spec)}
        case 3:
            world.follow(world.existing.keys())
        case 4:
            world.follow([key for key in sorted(world.existing) if choices.number(2)])
        case _:
            spec = mutated(dict(mapping_at(world.platform, "spec")), choices, words(), most=1)
            world.platform = {**world.platform, "spec": _json(spec)} if world.platform else {}


def _json(spec: Manifest) -> Manifest:
    """Return the spec, with null for numbers that JSON does not have."""
    whole: Manifest = json.loads(json.dumps(spec), parse_constant=lambda _: None)
    return whole


def _settle(world: World) -> None:
    """Raise Violation where something is unready on a healthy cluster that has done all that was asked."""
    outcome = world.reconcile()
    if outcome.fatal is not None:
        return
    for _ in range(CALLS_TO_SETTLE):
        world.follow(world.existing.keys())
        outcome = world.reconcile()
    waiting = sorted(key for key, made in outcome.resources.items() if not made.ready)
    if waiting:
        raise Violation("settles", f"never ready: {', '.join(waiting)}")


def seeds() -> Iterator[bytes]:
    """Yield each scene unedited, and with sequences of some length."""
    for number in range(len(valid())):
        yield bytes([number])
        yield from (bytes([number, 3, *(place * step % 256 for place in range(40))]) for step in (1, 5, 7))


TARGET = Target(check=check, seeds=seeds, input_bytes_max=256)
