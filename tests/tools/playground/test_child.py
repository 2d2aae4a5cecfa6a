"""Commands that an interruption ends, together with their own children."""

import signal
import subprocess
import sys
from pathlib import Path

from tools.playground import child
from tools.playground.product import ROOT
from tools.playground.waiting import until

PARENT = """
import sys
from tools.playground import child, interruption
interruption.expect()
try:
    child.run(["sh", "-c", 'sleep 600 & echo "$$ $!" >"$0"; wait', sys.argv[1]])
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_an_interruption_ends_everything_that_was_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    with subprocess.Popen([sys.executable, "-c", PARENT, str(pids)], cwd=ROOT) as parent:
        until(lambda: pids.exists() and pids.read_text().endswith("\n"), 20, "the command to start")
        parent.send_signal(signal.SIGTERM)
        assert parent.wait(20) == 130
    for pid in pids.read_text().split():
        until(lambda pid=pid: not runs(pid), 20, f"the process {pid} to end")  # type: ignore[misc]


def runs(pid: str) -> bool:
    """Return whether a process runs; one that has ended may wait for init to remove it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_it_returns_exit_code_and_output() -> None:
    assert child.run(["sh", "-c", "echo found; exit 3"], stdout=subprocess.PIPE) == (3, "found\n")


def test_a_command_reads_nothing_and_sees_the_given_environment() -> None:
    code, output = child.run(["sh", "-c", 'cat; echo "$ONLY"'], environment={"ONLY": "this"}, stdout=subprocess.PIPE)
    assert (code, output) == (0, "this\n")
