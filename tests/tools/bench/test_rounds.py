from pathlib import Path

import pytest

from tools.bench.case import Case
from tools.bench.prepared import Requests
from tools.bench.rounds import measure
from tools.bench.servers import EMPTY, OURS, Server, ServerError

CASES = [Case("services", OURS), Case("services", OURS, 16, tls=True), Case("services", EMPTY)]
FUNCTIONS = {
    (OURS, False): Server(OURS, 1, "plain", None),
    (OURS, True): Server(OURS, 2, "secure", Path("certificates")),
    (EMPTY, False): Server(EMPTY, 3, "empty", None),
}
COST = '{"calls": 1, "wall": 1, "cpu": 1, "client": 1, "p50": 1, "p99": 1}'


def measured(folder: Path, script: str) -> tuple[dict[Case, int], list[str]]:
    """Return how often each case was measured, and the commands, of three rounds with this load generator."""
    program = folder / "load"
    program.write_text(f'#!/bin/sh\necho "$@" >> {folder / "calls"}\n{script}\n')
    program.chmod(0o755)
    costs = measure(CASES, FUNCTIONS, {("services", OURS): Requests(Path("x"), b"", 0)}, program, 3, lambda _: None)
    return {case: len(found) for case, found in costs.items()}, (folder / "calls").read_text().splitlines()


def test_each_round_measures_every_case_once(tmp_path: Path) -> None:
    counted, commands = measured(tmp_path, f"echo '{COST}'")
    assert counted == dict.fromkeys(CASES, 3)
    rounds = [sorted(commands[start : start + 3]) for start in (0, 3, 6)]
    assert rounds[0] == rounds[1] == rounds[2]
    assert len(set(commands)) == 3


def test_a_case_is_measured_with_its_callers_on_its_server(tmp_path: Path) -> None:
    _, commands = measured(tmp_path, f"echo '{COST}'")
    (secure,) = {command for command in commands if "-address=secure" in command}
    assert "-callers=16" in secure
    assert "-certs=certificates" in secure
    assert "-pid=2" in secure


def test_a_failure_ends_the_measurement(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="refused"):
        measured(tmp_path, "echo refused >&2; exit 1")
    assert len((tmp_path / "calls").read_text().splitlines()) == 1
