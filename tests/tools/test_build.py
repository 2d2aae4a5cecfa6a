"""The build of the pinned programs, with a `go` that writes what it is asked to build."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tools.playground.product import TOOLS
from tools.playground.waiting import until

BUILDING = 'while [ "$1" != -o ]; do shift; done; echo half >"$2"'
GO = f"""#!/bin/bash
case $1 in
    version) echo go version go1 linux/amd64 ;;
    mod) [ -n "$GO_MODULE" ] && mkdir -p "$GO_MODULE/package" && touch "$GO_MODULE/package/theirs" ;;
    list) [ -d "$GO_MODULE" ] && echo "$GO_MODULE" || echo ;;
    build) {BUILDING}; $GO_THEN; echo '#!/bin/true' >"$2"; chmod +x "$2"; echo "$@" >>"$GO_CALLS" ;;
esac
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "go").write_text(GO)
    (tmp_path / "go").chmod(0o755)
    added = {
        "GO_CALLS": str(tmp_path / "calls"),
        "GO_THEN": ":",
        "GO_MODULE": "",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    return os.environ | added | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}


def build(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(TOOLS / "build"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def path(done: subprocess.CompletedProcess[str]) -> Path:
    """Return the path of the one program that was printed."""
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.split()[1])


def test_a_program_is_built_once(environment: dict[str, str]) -> None:
    first, second = (path(build(environment, "etcd")) for _ in range(2))
    assert first == second
    assert os.access(first, os.X_OK)
    assert len(Path(environment["GO_CALLS"]).read_text().splitlines()) == 1


def test_a_failed_build_leaves_nothing_and_the_next_one_succeeds(environment: dict[str, str]) -> None:
    done = build(environment | {"GO_THEN": "exit 1"}, "etcd")
    assert done.returncode == 1
    assert done.stderr.endswith("build: etcd could not be built, see above\n")
    assert list(Path(environment["XDG_CACHE_HOME"]).rglob("etcd*/*")) == []
    assert path(build(environment, "etcd")).exists()


def test_an_interrupted_build_leaves_nothing(environment: dict[str, str]) -> None:
    cache = Path(environment["XDG_CACHE_HOME"])
    slow = environment | {"GO_THEN": "sleep 600"}
    with subprocess.Popen([TOOLS / "build", "etcd"], env=slow, stderr=subprocess.DEVNULL, process_group=0) as process:
        until(lambda: list(cache.rglob("etcd*/*")), 20, "the build to start")
        os.killpg(process.pid, signal.SIGTERM)
        assert process.wait(20) != 0
    until(lambda: not list(cache.rglob("etcd*/*")), 20, "the unfinished file to be deleted")


def test_what_a_killed_build_has_left_is_deleted_after_a_day(environment: dict[str, str]) -> None:
    folder = path(build(environment, "etcd")).parent
    (folder / "etcd").unlink()
    for name, age in {"etcd.11": 2 * 86400, "etcd.12": 60}.items():
        (folder / name).write_text("half")
        os.utime(folder / name, (time.time() - age, time.time() - age))
    build(environment, "etcd")
    assert sorted(file.name for file in folder.iterdir()) == ["etcd", "etcd.12"]


def test_the_source_of_a_module_is_downloaded_first(environment: dict[str, str], tmp_path: Path) -> None:
    """Before its download, go list prints an empty line for a module; this repository has a folder `package` too."""
    folder = path(build(environment | {"GO_MODULE": str(tmp_path / "module")}, "provider-files"))
    assert [file.name for file in (folder / "package").iterdir()] == ["theirs"]


def test_a_module_that_cannot_be_downloaded_leaves_nothing(environment: dict[str, str]) -> None:
    done = build(environment, "provider-files")
    assert done.returncode == 1
    assert (
        done.stderr == "build: github.com/crossplane-contrib/provider-kubernetes could not be downloaded, see above\n"
    )
    assert list(Path(environment["XDG_CACHE_HOME"]).rglob("provider-files*")) == []


def test_an_unknown_program(environment: dict[str, str]) -> None:
    done = build(environment, "nonsense")
    assert (done.returncode, done.stderr) == (1, "build: nonsense: unknown\n")


def test_without_go(environment: dict[str, str], tmp_path: Path) -> None:
    for program in ("bash", "dirname", "awk"):
        (tmp_path / program).symlink_to(f"/usr/bin/{program}")
    (tmp_path / "go").unlink()
    done = build(environment | {"PATH": str(tmp_path)}, "etcd")
    assert done.returncode == 1
    assert done.stderr.startswith("build: needs Go 1.")
    assert done.stderr.count("\n") == 1


def test_with_n_nothing_is_built(environment: dict[str, str]) -> None:
    done = build(environment, "-n", "etcd")
    assert (done.returncode, done.stderr) == (1, "build: etcd is not built. run tools/build\n")
    assert not Path(environment["GO_CALLS"]).exists()
