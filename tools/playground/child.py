"""Commands that take minutes. An interruption ends them together with the processes that they have started."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    stdout: int | None = None,
    end_with: signal.Signals = signal.SIGTERM,
) -> tuple[int, str]:
    """Run a command in a process group of its own, and return its exit code and its output if stdout is a pipe.

    If this process is interrupted, the group gets the signal `end_with`, and the interruption goes on once the command
    has ended.
    """
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, text=True, process_group=0
    ) as process:
        try:
            output, _ = process.communicate()
        except BaseException:
            if process.poll() is None:
                os.killpg(process.pid, end_with)
                process.wait()
            raise
    return process.returncode, output or ""
