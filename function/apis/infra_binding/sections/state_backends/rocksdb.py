"""State in RocksDB, on local disks."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding, LocalPath
from function.apis.infra_binding.sections.state_backends._section import StateBackend
from function.apis.infra_binding.units import ByteSize
from function.base.rule import Rule

Number = Annotated[int, Field(ge=1, le=1000)]
_ROCKSDB = "state.backend.rocksdb"
_MEMORY = ("block_cache_size", "write_buffer_size", "max_write_buffer_number")


class Options(Binding):
    """Settings of RocksDB itself."""

    block_cache_size: ByteSize | None = None
    """Size of the cache for reads. It has little effect while RocksDB uses managed memory."""
    write_buffer_size: ByteSize | None = None
    """Size of a buffer for writes. It has little effect while RocksDB uses managed memory."""
    max_write_buffer_number: Number | None = None
    """Number of buffers for writes. It has little effect while RocksDB uses managed memory."""
    min_write_buffer_number_to_merge: Number | None = None
    """Number of full buffers that are merged before they are written to disk."""
    level_compaction_dynamic_level_bytes: bool | None = None
    """Whether the target size of levels follows the amount of data."""
    max_background_compactions: Number | None = None
    """Number of threads for compaction."""
    max_background_flushes: Number | None = None
    """Number of threads that write buffers to disk."""
    bloom_filter_bits_per_key: Number | None = None
    """Size of Bloom filters. Default: no Bloom filters."""
    bloom_filter_block_based: bool | None = None
    """Whether there is a Bloom filter for each block instead of each file."""
    compression: Literal["NONE", "SNAPPY", "LZ4", "ZSTD"] | None = None
    """Compression of files. Flink before 1.19 cannot set it."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names; threads are for compaction and for writing together."""
        bits = self.bloom_filter_bits_per_key
        threads = (self.max_background_compactions or 0) + (self.max_background_flushes or 0)
        compression = {None: None, "NONE": "NO_COMPRESSION"}.get(self.compression, f"{self.compression}_COMPRESSION")
        settings = {
            "block.cache-size": self.block_cache_size,
            "writebuffer.size": self.write_buffer_size,
            "writebuffer.count": self.max_write_buffer_number,
            "writebuffer.number-to-merge": self.min_write_buffer_number_to_merge,
            "compaction.level.use-dynamic-size": self.level_compaction_dynamic_level_bytes,
            "thread.num": threads or None,
            "use-bloom-filter": True if bits or self.bloom_filter_block_based is not None else None,
            "bloom-filter.bits-per-key": bits,
            "bloom-filter.block-based-mode": self.bloom_filter_block_based,
            "compression.per.level": compression,
        }
        return texts({f"{_ROCKSDB}.{key}": value for key, value in settings.items()})


class Memory(Binding):
    """Memory of RocksDB."""

    rules = (
        Rule(
            cel="!has(self.per_slot) || !has(self.managed) || !self.managed",
            message="per_slot requires managed to be false or absent",
            field="per_slot",
            holds=lambda memory: memory.per_slot is None or not memory.managed,
        ),
    )

    managed: bool | None = None
    """Whether RocksDB uses the managed memory of task managers. Default: if the process has any."""
    per_slot: ByteSize | None = None
    """Memory of RocksDB in each slot, in place of managed memory."""


class TimerService(Binding):
    """Timers of a job."""

    type: Literal["rocksdb", "heap"]
    """Where timers are kept."""


class Model(StateBackend):
    """State in RocksDB on local disks: larger than memory, and with incremental checkpoints."""

    uses_managed_memory = True

    type: Literal["rocksdb"]
    incremental: bool | None = None
    """Whether a checkpoint contains only what has changed. Default: as in Flink."""
    local_directories: Annotated[list[LocalPath], Field(max_length=16)] = []
    """Directories for files. They must be writable in the pods. Default: temporary directories."""
    options: Options = Options()
    """Settings of RocksDB itself."""
    memory: Memory = Memory()
    """Memory of RocksDB."""
    timer_service: TimerService | None = None
    """Timers of a job. Default: as in Flink."""

    def configuration(self, *, managed: bool) -> dict[str, str]:
        """Return the settings under Flink's names. Without managed memory, RocksDB would fail if it had to use it."""
        uses = None if managed or self.memory.per_slot else False
        settings = {
            "state.backend.type": "rocksdb",
            "execution.checkpointing.incremental": self.incremental,
            f"{_ROCKSDB}.localdir": ",".join(self.local_directories) or None,
            f"{_ROCKSDB}.memory.managed": uses if self.memory.managed is None else self.memory.managed,
            f"{_ROCKSDB}.memory.fixed-per-slot": self.memory.per_slot,
            f"{_ROCKSDB}.timer-service.factory": self.timer_service.type.upper() if self.timer_service else None,
        }
        return {**texts(settings), **self.options.configuration()}

    def doubts(self, *, managed: bool) -> Iterator[tuple[str, str]]:
        """Yield the sizes that RocksDB ignores because it divides managed memory, or memory per slot, by itself."""
        if (managed and self.memory.managed is not False) or self.memory.per_slot:
            for field in _MEMORY:
                if getattr(self.options, field) is not None:
                    yield f"options.{field}", "has little effect, because RocksDB divides its managed memory by itself"
