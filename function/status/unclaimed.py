"""Observed resources that nobody asks for: Crossplane deletes them, unless a later step asks for them."""

from collections.abc import Callable, Collection, Iterable, Mapping

from function.base.manifest import Json
from function.base.printable import printable
from function.base.problems import Problem, describe, join
from function.delivery.live import orphaned
from function.status.warnings import MOST


def unclaimed(
    composed: Collection[str], observed: Collection[str], desired: Collection[str], emits: Callable[[str], bool]
) -> list[str]:
    """Return the keys that neither this API nor an earlier step, which asks for `desired`, knows."""
    return sorted(key for key in {*observed} - {*composed} - {*desired} if not emits(key))


def named(keys: Iterable[str]) -> list[Problem]:
    """Return a warning for each key, but no more than a status shows: the first by text."""
    message = describe(
        "neither this step nor an earlier one asks for this resource, so Crossplane deletes it, unless a later step "
        "asks for it",
        hint="to keep it, let a step of the pipeline compose it",
    )
    paths = sorted({*map(_path, keys)}, key=lambda path: printable(f"{path}: {message}"))
    return [Problem(path=path, message=message, code="EP491", severity="warning") for path in paths[:MOST]]


def refused(keys: Iterable[str], observed: Mapping[str, Json]) -> list[Problem]:
    """Return an error for each key, for takeover mode, unless the object behind it would stay."""
    message = describe(
        "neither this step nor an earlier one asks for this resource, so Crossplane would delete it",
        hint="let an earlier step compose it, or first set deletionPolicy: Orphan in the earlier composition",
    )
    return [Problem(path=_path(key), message=message, code="EP490") for key in keys if not orphaned(observed[key])]


def _path(key: str) -> str:
    return join("observed.resources", key)
