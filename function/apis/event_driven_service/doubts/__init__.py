"""What is valid in an EventDrivenService but probably a mistake: each module has a `DOUBT`."""

from function.apis.doubt import Doubt
from function.base.discovery import discover

DOUBTS: tuple[Doubt, ...] = tuple(module.DOUBT for module in discover(__name__).values())
