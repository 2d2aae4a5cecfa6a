"""Reasons by name."""

from collections.abc import Iterable
from typing import Any

from function.status.reason import Reason


def registered(modules: Iterable[Any]) -> dict[str, Reason]:
    """Return the reasons in these modules, sorted by name; raises TypeError if two have the same name."""
    by_name: dict[str, Reason] = {}
    for module in modules:
        for reason in vars(module).values():
            if isinstance(reason, Reason) and by_name.setdefault(reason.name, reason) is not reason:
                raise TypeError(f"{module.__name__}: there are two reasons named {reason.name}")
    return dict(sorted(by_name.items()))
