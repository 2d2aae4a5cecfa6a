import pytest
import yaml

from function.apis.infra_binding.flink.keys import lines, named, texts
from function.platform.flink import FlinkVersion

NEW = {
    "execution.checkpointing.dir": "s3://a",
    "execution.checkpointing.incremental": "true",
    "execution.checkpointing.interval": "60s",
    "execution.checkpointing.num-retained": "3",
    "execution.checkpointing.savepoint-dir": "s3://b",
    "execution.checkpointing.storage": "filesystem",
    "execution.checkpointing.unaligned.enabled": "true",
    "restart-strategy.type": "fixed-delay",
    "state.backend.type": "rocksdb",
}
OLD = {
    "execution.checkpointing.interval": "60s",
    "execution.checkpointing.unaligned": "true",
    "restart-strategy": "fixed-delay",
    "state.backend": "rocksdb",
    "state.backend.incremental": "true",
    "state.checkpoint-storage": "filesystem",
    "state.checkpoints.dir": "s3://a",
    "state.checkpoints.num-retained": "3",
    "state.savepoints.dir": "s3://b",
}


@pytest.mark.parametrize("version", ["v1_17", "v1_18", "v1_19"])
def test_flink_before_1_20_ignores_the_new_names_so_it_gets_the_old_ones(version: FlinkVersion) -> None:
    assert named(NEW, version) == OLD


@pytest.mark.parametrize("version", ["v1_20", "v2_0", "v2_1", "v2_2"])
def test_later_versions_get_the_new_names(version: FlinkVersion) -> None:
    assert named(NEW, version) == NEW


def test_if_the_version_is_unknown_the_old_names_are_safe() -> None:
    assert named(NEW, None) == OLD


@pytest.mark.parametrize(
    ("version", "kept"), [("v1_17", False), ("v1_18", False), ("v1_19", True), ("v2_0", True), (None, True)]
)
def test_compression_came_with_1_19(version: FlinkVersion | None, *, kept: bool) -> None:
    key = "state.backend.rocksdb.compression.per.level"
    assert (key in named({key: "LZ4_COMPRESSION"}, version)) is kept


def test_the_order_of_keys_is_stable_because_a_change_restarts_the_job() -> None:
    assert list(named(dict(reversed(NEW.items())), "v1_20")) == sorted(NEW)
    assert list(named(NEW, "v1_17")) == list(named(dict(reversed(NEW.items())), "v1_17"))


def test_a_file_has_one_line_for_each_key_and_is_yaml_too() -> None:
    text = lines({"b": "s3://a/b", "a": "/mnt/a,/mnt/b"})
    assert text == "a: /mnt/a,/mnt/b\nb: s3://a/b\n"
    assert yaml.safe_load(text) == {"a": "/mnt/a,/mnt/b", "b": "s3://a/b"}
    assert lines({}) == ""


def test_values_are_texts_as_flink_reads_them() -> None:
    assert texts({"a": True, "b": False, "c": 3, "d": "x", "e": None}) == {
        "a": "true",
        "b": "false",
        "c": "3",
        "d": "x",
    }
