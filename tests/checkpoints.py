"""The fields that all storages of checkpoints share, for the cases of each of them."""

from function.base.manifest import Json, Manifest

BEHAVIOR: Manifest = {
    "checkpoint": {"interval": "60s", "min_pause": "30s", "timeout": "10m", "alignment": {"timeout": "1m"}},
    "savepoint": {"directory": "s3://company-savepoints/auth/"},
    "retention": {"max_checkpoints": 3, "externalized": "retain_on_cancellation"},
    "recovery": {"restart": {"strategy": "exponential_delay", "initial_delay": "1s", "max_delay": "60s"}},
}
CHANGES: Manifest = {
    "interval": "30s",
    "min_pause": "1s",
    "checkpoint.interval": "30s",
    "checkpoint.min_pause": "1s",
    "checkpoint.timeout": "1m",
    "checkpoint.max_concurrent": 2,
    "checkpoint.mode": "at_least_once",
    "checkpoint.incremental": True,
    "checkpoint.alignment.type": "unaligned",
    "checkpoint.alignment.timeout": "2m",
    "savepoint.directory": "s3://other/",
    "retention.max_checkpoints": 5,
    "retention.externalized": "delete_on_cancellation",
    "recovery.restart.strategy": "fixed_delay",
    "recovery.restart.initial_delay": "2s",
    "recovery.restart.max_delay": "2m",
    "recovery.restart.max_attempts": 4,
}
REFUSED: list[tuple[str, Json]] = [
    *(("interval", "60"), ("interval", "1 minute"), ("min_pause", -1), ("checkpoint.interval", 60)),
    *(("checkpoint.min_pause", "soon"), ("checkpoint.mode", "twice"), ("checkpoint.max_concurrent", 0)),
    *(("checkpoint.alignment.type", "crooked"), ("savepoint", {}), ("savepoint.directory", "company")),
    *(("savepoint.directory", "s3://user:password@b"), ("retention.max", 1), ("retention.max_checkpoints", 0)),
    *(("retention.externalized", "keep"), ("recovery.restart.strategy", "hope"), ("recovery.restart", {})),
    *(("interval", "0s"), ("interval", "9ms"), ("checkpoint.interval", "000m"), ("checkpoint.timeout", "0s")),
    *(("checkpoint.timeout", "5ms"), ("recovery.restart.max_delay", "0s")),
    ("recovery.restart", {"strategy": "exponential_delay", "initial_delay": "0s"}),
    ("checkpoint", {"alignment": {"type": "unaligned"}, "mode": "at_least_once"}),
    ("checkpoint", {"alignment": {"type": "unaligned"}, "max_concurrent": 2}),
]
