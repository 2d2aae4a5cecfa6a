import pytest

from function.apis.infra_binding.sections.state_backends.rocksdb import Model
from function.base.manifest import Json, Manifest
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={
        "type": "rocksdb",
        "incremental": True,
        "local_directories": ["/mnt/ssd1/state", "/mnt/ssd2/state"],
        "options": {"block_cache_size": "256mb", "write_buffer_size": "64mb", "compression": "LZ4"},
        "memory": {"managed": False},
        "timer_service": {"type": "rocksdb"},
    },
    changes={
        "incremental": False,
        "local_directories[0]": "/mnt/ssd3/state",
        "options.block_cache_size": "512mb",
        "options.write_buffer_size": "32mb",
        "options.max_write_buffer_number": 4,
        "options.min_write_buffer_number_to_merge": 2,
        "options.level_compaction_dynamic_level_bytes": True,
        "options.max_background_compactions": 4,
        "options.max_background_flushes": 2,
        "options.bloom_filter_bits_per_key": 10,
        "options.bloom_filter_block_based": True,
        "options.compression": "ZSTD",
        "memory.managed": True,
        "memory.per_slot": "256mb",
        "timer_service.type": "heap",
    },
    refused=[
        *(("type", "RocksDB"), ("incremental", "yes"), ("local_directories", ["state"]), ("local_directories", "/mnt")),
        *(
            ("local_directories", ["/mnt/a,/mnt/b"]),
            ("options.block_cache_size", "256"),
            ("options.compression", "lz4"),
        ),
        *(("options.block_cache_size", "256Mi"), ("options.max_write_buffer_number", 0), ("options.threads", 4)),
        ("options.bloom_filter_bits_per_key", "10"),
        ("memory", {"managed": True, "per_slot": "256mb"}),
        *(("memory.per_slot", "all"), ("timer_service", {}), ("timer_service.type", "disk"), ("async_snapshots", True)),
    ],
)
PREFIX = "state.backend.rocksdb."


def configuration(*, managed: bool = True, **fields: Json) -> dict[str, str]:
    """Return what a document configures of RocksDB itself."""
    found = Model.model_validate({"type": "rocksdb", **fields}).configuration(managed=managed)
    return {key.removeprefix(PREFIX): text for key, text in found.items() if key.startswith(PREFIX)}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"compression": "NONE"}, {"compression.per.level": "NO_COMPRESSION"}),
        ({"compression": "ZSTD"}, {"compression.per.level": "ZSTD_COMPRESSION"}),
        ({"max_background_compactions": 4, "max_background_flushes": 2}, {"thread.num": "6"}),
        ({"max_background_flushes": 2}, {"thread.num": "2"}),
        (
            {"bloom_filter_bits_per_key": 10},
            {"use-bloom-filter": "true", "bloom-filter.bits-per-key": "10"},
        ),
        (
            {"write_buffer_size": "64mb", "max_write_buffer_number": 4},
            {"writebuffer.size": "64mb", "writebuffer.count": "4"},
        ),
        ({"level_compaction_dynamic_level_bytes": True}, {"compaction.level.use-dynamic-size": "true"}),
        ({}, {}),
    ],
)
def test_options_have_the_names_of_flink(options: Json, expected: dict[str, str]) -> None:
    assert configuration(options=options) == expected


def test_directories_are_a_list_with_commas() -> None:
    assert configuration(local_directories=["/a", "/b"]) == {"localdir": "/a,/b"}


@pytest.mark.parametrize(
    ("memory", "managed", "expected"),
    [
        ({}, True, {}),
        ({}, False, {"memory.managed": "false"}),
        ({"managed": True}, True, {"memory.managed": "true"}),
        ({"managed": False}, True, {"memory.managed": "false"}),
        ({"per_slot": "256mb"}, False, {"memory.fixed-per-slot": "256mb"}),
    ],
)
def test_without_managed_memory_rocksdb_must_not_ask_for_it(
    memory: Json, expected: dict[str, str], *, managed: bool
) -> None:
    assert configuration(memory=memory, managed=managed) == expected


@pytest.mark.parametrize(
    ("memory", "managed", "reported"),
    [
        ({}, True, ["options.block_cache_size", "options.write_buffer_size"]),
        ({"managed": True}, True, ["options.block_cache_size", "options.write_buffer_size"]),
        ({"per_slot": "256mb"}, False, ["options.block_cache_size", "options.write_buffer_size"]),
        ({"managed": False}, True, []),
        ({}, False, []),
    ],
)
def test_block_cache_and_write_buffers_have_little_effect_while_memory_is_managed(
    memory: Json, reported: list[str], *, managed: bool
) -> None:
    options: Manifest = {"block_cache_size": "256mb", "write_buffer_size": "64mb", "compression": "LZ4"}
    found = Model.model_validate({"type": "rocksdb", "memory": memory, "options": options})
    assert [field for field, _ in found.doubts(managed=managed)] == reported
