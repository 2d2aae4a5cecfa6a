"""All reasons by name: every module of function.status.reasons is searched, so that no list needs an edit."""

from collections.abc import Iterable, Mapping
from typing import Any

from function.base.plugins import members
from function.status import reasons
from function.status.reason import Reason


def registered(modules: Iterable[Any]) -> dict[str, Reason]:
    """Return the reasons in these modules, sorted by name; raises TypeError where two have one name."""
    found: dict[str, Reason] = {}
    for module in modules:
        for reason in vars(module).values():
            if isinstance(reason, Reason) and found.setdefault(reason.name, reason) is not reason:
                raise TypeError(f"{module.__name__}: there are two reasons named {reason.name}")
    return dict(sorted(found.items()))


REASONS: Mapping[str, Reason] = registered(members(reasons.__name__, list(reasons.__path__)).values())
"""The closed list."""
