"""All reasons by name: every module of function.status.reasons is searched, so that no list needs an edit."""

from collections.abc import Mapping

from function.base.plugins import members
from function.status import reasons
from function.status.reason import Reason


def _registry() -> dict[str, Reason]:
    found: dict[str, Reason] = {}
    for module in members(reasons.__name__, list(reasons.__path__)).values():
        for reason in vars(module).values():
            if isinstance(reason, Reason) and found.setdefault(reason.name, reason) is not reason:
                raise TypeError(f"{module.__name__}: there are two reasons named {reason.name}")
    return dict(sorted(found.items()))


REASONS: Mapping[str, Reason] = _registry()
"""The closed list."""
