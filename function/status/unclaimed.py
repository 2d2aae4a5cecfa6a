"""Observed resources that nobody asks for: Crossplane deletes them, unless a later step asks for them."""

from collections.abc import Callable, Collection, Iterable, Mapping

from function.base.manifest import Json
from function.base.problems import Problem, describe, join
from function.delivery.live import orphaned


def unclaimed(
    composed: Collection[str], observed: Collection[str], desired: Collection[str], emits: Callable[[str], bool]
) -> list[str]:
    """Return the keys that neither this API nor an earlier step, which asks for `desired`, knows."""
    return sorted(key for key in {*observed} - {*composed} - {*desired} if not emits(key))


def named(keys: Iterable[str]) -> list[Problem]:
    """Return a warning for each key."""
    message = describe(
        "neither this step nor an earlier one asks for this resource, so Crossplane deletes it, unless a later step "
        "asks for it",
        hint="to keep it, let a step of the pipeline compose it",
    )
    return [Problem(path=_path(key), message=message, code="EP491", severity="warning") for key in keys]


def refused(keys: Iterable[str], observed: Mapping[str, Json]) -> list[Problem]:
    """Return an error for each key, for takeover mode, unless the object behind it would stay."""
    message = describe(
        "neither this step nor an earlier one asks for this resource, so Crossplane would delete it",
        hint="let an earlier step compose it, or first set deletionPolicy: Orphan in the earlier composition",
    )
    return [Problem(path=_path(key), message=message, code="EP490") for key in keys if not orphaned(observed[key])]


def _path(key: str) -> str:
    return join("observed.resources", key)
