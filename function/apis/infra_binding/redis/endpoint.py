"""What people need to know about a Redis server that the binding runs, in addition to how it is reached."""

from collections.abc import Iterator
from dataclasses import replace

from function.apis.infra_binding.amounts import Compute
from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.apis.infra_binding.endpoints.usage import Usage
from function.apis.infra_binding.redis.backup import VolumeBackup
from function.apis.infra_binding.redis.configuration import Persistence
from function.base.markdown import Markdown, code

_NOT_ENCRYPTED = Step(
    "Security", Markdown("Redis that a binding runs has no TLS: limit who connects to it, with `network_policies`")
)
_NO_BACKUP = Step("Recovery", Markdown("there are no backups: set `backup`"))
_NOT_ON_DISK = Step(
    "Recovery",
    Markdown(
        "nothing is written to the volume, and a server that starts reads what was written before: "
        "set `persistence.aof` or `persistence.rdb`"
    ),
)
_NO_REQUESTS = Step("Scaling", Markdown("nothing is reserved for the server: set `resources.requests`"))
_ONE_SERVER = Step("Availability", Markdown("there is one server: while its pod is replaced, it cannot be reached"))


def run(
    reached: Endpoint,
    persistence: Persistence,
    backup: VolumeBackup | None,
    compute: Compute,
    *,
    storage: str,
    max_memory: str | None,
) -> Endpoint:
    """Return what is known of a server that the binding runs; `reached` says how it is reached."""
    return replace(
        reached,
        runs=True,
        uses={"Storage": code(storage), "Memory for data": code(max_memory) if max_memory else Markdown("no limit")},
        backup=tuple(_backup(persistence, backup)),
        usage=(_usage(compute),),
        steps=tuple(_steps(persistence, backup, compute)),
    )


def _backup(persistence: Persistence, backup: VolumeBackup | None) -> Iterator[Markdown]:
    if persistence.rdb:
        yield Markdown("snapshots of the data are on the volume: after an hour with a change, or sooner with many")
    if persistence.aof:
        yield Markdown(f"each change is in a log on the volume; when it is on the disk: {code(persistence.fsync)}")
    if not (persistence.rdb or persistence.aof):
        yield Markdown("nothing is written to the volume: changes are lost with the pod")
    if backup is not None:
        kept = "all of them are kept" if backup.keep is None else f"{backup.keep} are kept"
        yield Markdown(f"snapshots of the volume at {code(backup.schedule)}, in the time zone of SnapScheduler; {kept}")


def _steps(persistence: Persistence, backup: VolumeBackup | None, compute: Compute) -> Iterator[Step]:
    yield _NOT_ENCRYPTED
    yield _ONE_SERVER
    if not (persistence.rdb or persistence.aof):
        yield _NOT_ON_DISK
    if backup is None:
        yield _NO_BACKUP
    if not compute.requests.amounts():
        yield _NO_REQUESTS


def _usage(compute: Compute) -> Usage:
    requests, limits = compute.requests, compute.limits
    return Usage(
        what="server of Redis",
        cpu=requests.cpu,
        memory=requests.memory,
        cpu_limit=limits.cpu,
        memory_limit=limits.memory,
    )
