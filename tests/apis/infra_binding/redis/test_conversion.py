"""What the script does where no server of Redis starts; decision 0045 says what it did with one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from function.apis.infra_binding.redis.conversion import CONVERT, SCRIPT, conversion

DUMP = "dump.rdb"
LOG = "appendonlydir/appendonly.aof.manifest"
OLD_LOG = "appendonly.aof"
LEFT = "converted/appendonly.aof.manifest"


def files(volume: Path) -> dict[str, str]:
    return {str(path.relative_to(volume)): path.read_text() for path in volume.rglob("*") if path.is_file()}


def convert(folder: Path, found: tuple[str, ...], *, aof: bool) -> tuple[int, dict[str, str]]:
    """Run the script on a volume with these files, and return its exit code and what is there afterward."""
    programs, config, volume = (folder / name for name in ("bin", "config", "data"))
    for path in (programs, config, volume):
        path.mkdir()
    for name in ("grep", "mv", "rm", "rmdir", "sh"):
        (programs / name).symlink_to(shutil.which(name) or "")
    (programs / "sleep").symlink_to(shutil.which("true") or "")
    (config / SCRIPT).write_text(CONVERT)
    for name in found:
        (volume / name).parent.mkdir(exist_ok=True)
        (volume / name).write_text(f"the data of {name}")
    command = conversion(str(config), str(volume), 1, aof=aof)
    ended = subprocess.run(
        [programs / "sh", *command[1:]], env={"PATH": str(programs)}, capture_output=True, check=False
    )
    return ended.returncode, files(volume)


@pytest.mark.parametrize(
    ("aof", "found"),
    [
        *((True, ()), (True, (LOG,)), (True, (OLD_LOG,)), (True, (DUMP, LOG)), (True, (DUMP, OLD_LOG))),
        *((False, ()), (False, (DUMP,))),
    ],
)
def test_without_need_no_server_starts_and_nothing_changes(tmp_path: Path, aof: bool, found: tuple[str, ...]) -> None:
    assert convert(tmp_path, found, aof=aof) == (0, {name: f"the data of {name}" for name in found})


@pytest.mark.parametrize(
    ("aof", "found"),
    [
        *((True, (DUMP,)), (False, (LOG,)), (False, (OLD_LOG,)), (False, (DUMP, LOG))),
        *((False, (DUMP, OLD_LOG)), (False, (LOG, OLD_LOG))),
    ],
)
def test_if_the_data_cannot_be_read_the_pod_does_not_start_and_nothing_is_lost(
    tmp_path: Path, aof: bool, found: tuple[str, ...]
) -> None:
    code, left = convert(tmp_path, found, aof=aof)
    assert code != 0
    assert left == {name: f"the data of {name}" for name in found}


@pytest.mark.parametrize("aof", [True, False])
def test_what_an_interrupted_conversion_left_is_removed(tmp_path: Path, aof: bool) -> None:
    assert convert(tmp_path, (LEFT,), aof=aof) == (0, {})


def test_what_an_interrupted_conversion_left_is_never_taken_for_the_data(tmp_path: Path) -> None:
    code, left = convert(tmp_path, (DUMP, LEFT), aof=True)
    assert code != 0
    assert list(left) == [DUMP]


@pytest.mark.parametrize("arguments", [[], ["/nowhere"], ["/nowhere", "1", "yes"]])
def test_without_its_arguments_it_fails(arguments: list[str]) -> None:
    ended = subprocess.run(
        [shutil.which("sh") or "", "-c", CONVERT, SCRIPT, *arguments], capture_output=True, check=False
    )
    assert ended.returncode != 0


@pytest.mark.parametrize("arguments", [["."], [".", "1"]])
def test_with_too_few_arguments_it_touches_nothing(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / DUMP).write_text("the data")
    ended = subprocess.run(
        [shutil.which("sh") or "", "-c", CONVERT, SCRIPT, *arguments], cwd=tmp_path, capture_output=True, check=False
    )
    assert ended.returncode != 0
    assert files(tmp_path) == {DUMP: "the data"}


@pytest.mark.parametrize(("aof", "last"), [(True, "yes"), (False, "no")])
def test_the_command_says_which_file_the_server_reads(aof: bool, last: str) -> None:
    assert conversion("/etc/redis", "/data", 6379, aof=aof) == ["sh", "/etc/redis/convert.sh", "/data", "6379", last]
