from pathlib import Path

import pytest

from tools.bench.load import load, write
from tools.bench.servers import Server, ServerError

SERVER = Server("ours", 1, "127.0.0.1:1", None)


def program(folder: Path, script: str) -> Path:
    made = folder / "load"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


def test_each_request_follows_its_length(tmp_path: Path) -> None:
    write(tmp_path / "requests", [b"ab", b"", b"c" * 300])
    assert (tmp_path / "requests").read_bytes() == b"\0\0\0\2ab" + b"\0\0\0\0" + b"\0\0\1\x2c" + b"c" * 300


def test_what_it_prints_is_the_cost(tmp_path: Path) -> None:
    printed = '{"calls": 3, "wall": 1.5, "cpu": 0.5, "client": 0.1, "p50": 0.2, "p99": 0.3}'
    cost = load(program(tmp_path, f"echo '{printed}'"), SERVER, tmp_path, 1, "-calls=3")
    assert (cost.calls, cost.wall, cost.cpu, cost.p99) == (3, 1.5, 0.5, 0.3)


def test_a_failure_names_the_function(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="ours: refused"):
        load(program(tmp_path, "echo refused >&2; exit 1"), SERVER, tmp_path, 1, "-calls=3")
