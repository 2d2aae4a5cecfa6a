"""What all stores of reference data have in common: applications connect to them, and no object creates them."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Member
from function.apis.infra_binding.stores.cache import Cache
from function.apis.infra_binding.stores.waiting import Async
from function.base.markdown import Markdown
from function.base.meta import Meta
from function.platform.config import PlatformConfig

PoolSize = Annotated[int, Field(ge=1, le=100_000)]
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Lookup(Member):
    """A store of reference data."""

    singular = "lookup"

    cache: Cache = Cache()
    """Whether and how the application caches what it reads."""
    requests: Async = Field(default=Async(), alias="async")
    """How many requests of the application wait for the store at the same time."""

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may read one store, each with settings of its own."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that the store must exist."""
        return Made(unmanaged="applications connect to a store that must exist; no object creates it")

    def clients(self, size: int | None) -> dict[str, Markdown]:
        """Return how many connections and waiting requests each client has at most."""
        waiting = self.requests.capacity
        return {
            "Connections of each client": Markdown("as the client" if size is None else str(size)),
            **({} if waiting is None else {"Requests at the same time": Markdown(str(waiting))}),
            **({"Cache": Markdown(f"{self.cache.ttl or 'as the application'}")} if self.cache.enabled else {}),
        }
