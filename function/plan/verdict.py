"""The result of a plan: what happens to each object of each claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from function.plan.difference import Change


class Action(Enum):
    """What happens to an object; the value is its name in JSON."""

    CREATE = "create"
    CHANGE = "change"
    RESTART = "restart"
    """A change after which all pods of a Deployment are replaced."""
    UPGRADE = "upgrade"
    """A change for which the Flink operator stops the job and starts it again."""
    DELETE = "delete"
    KEEP = "keep"
    """The object is no longer managed, and stays in the cluster."""
    REFUSE = "refuse"
    """The API server refuses the change; the object stays as it is."""


CHANGES = (Action.CHANGE, Action.RESTART, Action.UPGRADE)


@dataclass(frozen=True, kw_only=True)
class ObjectPlan:
    """What happens to one object; `note` says why or what follows, and may be empty."""

    action: Action
    api_version: str
    kind: str
    namespace: str
    name: str
    changes: tuple[Change, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimPlan:
    """What happens to the objects of one claim; if it is `refused`, with these messages, everything stays as it is."""

    kind: str
    namespace: str
    name: str
    objects: tuple[ObjectPlan, ...] = ()
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The claims to which something happens, by namespace, kind, and name."""

    claims: tuple[ClaimPlan, ...]

    @property
    def objects(self) -> Iterator[ObjectPlan]:
        """Yield the objects of all claims."""
        for claim in self.claims:
            yield from claim.objects

    def count(self, *actions: Action) -> int:
        """Return the number of objects to which one of the actions happens."""
        return sum(planned.action in actions for planned in self.objects)

    @property
    def refused(self) -> int:
        """Return the number of claims and single objects that are refused."""
        return sum(bool(claim.refused) for claim in self.claims) + self.count(Action.REFUSE)
