"""The configuration of Redis: where and how it keeps its data."""

from typing import Literal

from function.apis.infra_binding.l5 import Binding
from function.base.quantity import parse_quantity

DATA = "/data"
"""The directory in which the volume is mounted."""
_SAVED = ("3600 1", "300 100", "60 10000")
"""Redis's own intervals: seconds, and the number of changes within them that a snapshot needs."""


class Persistence(Binding):
    """How the data is kept."""

    rdb: bool = True
    """Write a snapshot of all data at Redis's own intervals: after an hour with one change, 5 minutes with 100, or one
    minute with 10,000."""
    aof: bool = True
    """Write each change to a log (append-only file), which is read when the server starts."""
    fsync: Literal["always", "everysec", "no"] = "everysec"
    """When the log is written to the disk: after each change, once a second, or when the node does it."""


def configuration(persistence: Persistence, max_memory: str | None, eviction: str) -> str:
    """Return the text of redis.conf, without the password."""
    limit = [] if max_memory is None else [f"maxmemory {int(parse_quantity(max_memory))}"]
    lines = [
        f"dir {DATA}",
        *([f"save {interval}" for interval in _SAVED] if persistence.rdb else ['save ""']),
        f"appendonly {'yes' if persistence.aof else 'no'}",
        f"appendfsync {persistence.fsync}",
        *limit,
        f"maxmemory-policy {eviction}",
    ]
    return "".join(f"{line}\n" for line in lines)
