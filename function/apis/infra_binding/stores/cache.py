"""How an application caches what it reads from a store."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration
from function.base.types import FreeText

Entries = Annotated[int, Field(ge=0, le=2**53 - 1)]


class Level(Binding):
    """A level of the cache."""

    enabled: bool | None = None
    """Whether the level is used."""
    ttl: Duration | None = None
    """How long an entry is used."""
    max_size: Entries | None = None
    """Maximum number of entries."""


class Refresh(Binding):
    """How entries are kept current."""

    strategy: Literal["write_through", "write_behind", "refresh_ahead"] | None = None
    """When an entry is written or read again."""
    in_background: bool | None = Field(default=None, alias="async")
    """Whether this happens in the background."""


class Metrics(Binding):
    """Metrics of the cache."""

    enabled: bool | None = None
    """Whether there are any."""
    report_interval: Duration | None = None
    """Time between reports."""


class Cache(Level):
    """A cache in the application. No controller applies it; the application reads it in the document."""

    enabled: bool | None = None
    """Whether results are cached. Default: the application's."""
    ttl: Duration | None = None
    """How long a result is used. Default: the application's."""
    max_size: Entries | None = None
    """Maximum number of results. Default: the application's."""
    eviction: Literal["lru", "lfu", "fifo"] | None = None
    """Which results a full cache drops first. Default: the application's."""
    refresh_strategy: Literal["lazy", "eager"] | None = None
    """Whether an expired result is read again when it is needed, or at once. Default: the application's."""
    refresh: Refresh = Refresh()
    """How results are kept current."""
    warm_on_start: bool | None = None
    """Whether the cache is filled when the application starts."""
    warm_query: FreeText | None = None
    """Query whose results fill it, in the language of the store. Default: all."""
    warm_limit: Entries | None = None
    """Maximum number of results that fill it."""
    metrics: Metrics = Metrics()
    """Metrics of the cache."""
    l1: Level = Level()
    """Cache of each task."""
    l2: Level = Level()
    """Cache that the tasks of a job share."""
