"""Locates a pydantic error in the user's document."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json
from function.base.model import Spec
from function.base.model_paths import models_at, tags


def user_steps(model: type[Spec], value: Json, location: Sequence[str | int]) -> list[str | int]:
    """Return the steps of a location that exist in the user's document.

    Pydantic adds the tag of a union as the first step below a member, and [key] for an invalid key. A field may have
    the same name as a tag, such as `vault` with provider vault.
    """
    steps: list[str | int] = []
    reached, tag_follows = value, False
    for position, step in enumerate(location):
        last = position == len(location) - 1
        if isinstance(reached, Mapping) and isinstance(step, str):
            if tag_follows and step in tags(models_at(model, steps, value)):
                tag_follows = False
            elif step in reached or (last and step != "[key]"):
                steps.append(step)
                reached, tag_follows = reached.get(step), True
        elif isinstance(reached, Sequence) and isinstance(step, int) and step < len(reached):
            steps.append(step)
            reached, tag_follows = reached[step], True
    return steps
