"""Every observed state of the table, by name: one module per subject, found by discovery."""

from function.base.discovery import discover
from tests.status.scene import State


def _states() -> dict[str, State]:
    found: dict[str, State] = {}
    for module in discover(__name__).values():
        for name, state in module.STATES.items():
            assert name not in found, name
            found[name] = state
    return dict(sorted(found.items()))


STATES = _states()
