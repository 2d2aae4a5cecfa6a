"""Which fields of a model lead to what a check looks for, found once for each model: the check visits no others."""

from collections.abc import Callable
from functools import cache

from function.base.alternatives import Alternative, alternatives, members
from function.base.model import Spec


@cache
def leading(model: type[Spec], wanted: Callable[[Alternative], bool]) -> tuple[tuple[str, str], ...]:
    """Return the fields that are wanted or have something wanted below them: their names here and in documents."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if any(leads(alternative, wanted) for alternative in alternatives(info.annotation, tuple(info.metadata)))
    )


def leads(alternative: Alternative, wanted: Callable[[Alternative], bool]) -> bool:
    """Return whether a type is wanted, or something below it."""
    if wanted(alternative) or any(leads(member, wanted) for member in members(alternative)):
        return True
    return alternative.model is not None and bool(leading(alternative.model, wanted))
