"""Names of Flink's configuration keys by version.

Everything else writes the names of Flink 1.20 and 2.x. Flink before 1.20 ignores those that were new then without a
word, while later versions still read the old ones: if the version is unknown, the old names are safe.
"""

from collections.abc import Mapping

from function.apis.infra_binding.flink.version import since
from function.platform.flink import FlinkVersion

_BEFORE_1_20 = {
    "execution.checkpointing.dir": "state.checkpoints.dir",
    "execution.checkpointing.incremental": "state.backend.incremental",
    "execution.checkpointing.num-retained": "state.checkpoints.num-retained",
    "execution.checkpointing.savepoint-dir": "state.savepoints.dir",
    "execution.checkpointing.storage": "state.checkpoint-storage",
    "execution.checkpointing.unaligned.enabled": "execution.checkpointing.unaligned",
    "restart-strategy.type": "restart-strategy",
    "state.backend.type": "state.backend",
}
_SINCE: Mapping[str, FlinkVersion] = {
    "jobmanager.scheduler": "v1_18",
    "slotmanager.number-of-slots.min": "v1_19",
    "state.backend.rocksdb.compression.per.level": "v1_19",
}
"""Keys that older versions do not have, or in which the setting does something else."""


def named(configuration: Mapping[str, str], version: FlinkVersion | None) -> dict[str, str]:
    """Return the configuration under the names that the version reads, sorted, without keys that it does not have."""
    old = not since(version, "v1_20")
    read = {
        _BEFORE_1_20.get(key, key) if old else key: text
        for key, text in configuration.items()
        if key not in _SINCE or version is None or since(version, _SINCE[key])
    }
    return dict(sorted(read.items()))


def lines(configuration: Mapping[str, str]) -> str:
    """Return a configuration file, one line for each key, sorted: Flink before 1.19 reads no other YAML.

    No value needs quotes: the types of fields allow no character that does.
    """
    return "".join(f"{key}: {text}\n" for key, text in sorted(configuration.items()))


def texts(settings: Mapping[str, str | int | bool | None]) -> dict[str, str]:
    """Return the settings that are not None as Flink reads them: true, not True."""
    return {key: _text(value) for key, value in settings.items() if value is not None}


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
