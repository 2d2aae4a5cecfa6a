import pytest
from pydantic import ValidationError

from function.apis.infra_binding.redis.configuration import Persistence, configuration
from function.base.manifest import Json

DEFAULT = """\
dir /data
save 3600 1
save 300 100
save 60 10000
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
"""


def test_by_default_there_are_snapshots_and_a_log() -> None:
    assert configuration(Persistence(), None, "noeviction") == DEFAULT


@pytest.mark.parametrize(
    ("fields", "line"),
    [({"rdb": False}, 'save ""'), ({"aof": False}, "appendonly no"), ({"fsync": "always"}, "appendfsync always")],
)
def test_another_setting_is_another_line(fields: Json, line: str) -> None:
    text = configuration(Persistence.model_validate(fields), None, "noeviction")
    assert line in text.splitlines()
    assert line not in DEFAULT.splitlines()


@pytest.mark.parametrize(("written", "number"), [("200Mi", 209715200), ("1G", 1000000000), ("1.5Ki", 1536), ("7", 7)])
def test_memory_is_a_number_of_bytes(written: str, number: int) -> None:
    assert f"maxmemory {number}\n" in configuration(Persistence(), written, "allkeys-lru")


@pytest.mark.parametrize("fields", [{"rdb": "yes"}, {"fsync": "sometimes"}, {"save": "60 1"}, {"fsync": True}])
def test_what_is_no_setting(fields: Json) -> None:
    with pytest.raises(ValidationError):
        Persistence.model_validate(fields)
