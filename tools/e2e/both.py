"""The scenarios of both scopes at the same time; most of the time of each is spent waiting."""

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from threading import Thread

from tools.playground.say import say


def run(commands: Mapping[str, Sequence[str]]) -> bool:
    """Run a command for each scope, print their lines under the name of the scope, and return whether one failed.

    If this process is interrupted, both commands are, and the interruption goes on once they have ended.
    """
    started = {scope: _start(command) for scope, command in commands.items()}
    printers = [Thread(target=_print, args=(scope, process)) for scope, process in started.items()]
    try:
        for printer in printers:
            printer.start()
        codes = [process.wait() for process in started.values()]
    except BaseException:
        for process in started.values():
            process.send_signal(signal.SIGTERM)
        for process in started.values():
            process.wait()
        raise
    finally:
        for printer in printers:
            printer.join()
    return any(codes)


def _start(command: Sequence[str]) -> subprocess.Popen[str]:
    # A process group of its own: Ctrl-C reaches only this process, which passes it on once.
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, process_group=0
    )


def _print(scope: str, process: subprocess.Popen[str]) -> None:
    if process.stdout is not None:
        with process.stdout as lines:
            for line in lines:
                say(f"{scope:10} | {line.rstrip()}")


def command(name: str, scope: str, *, keda: bool) -> list[str]:
    """Return the command that runs the scenarios of one scope on a playground of its own."""
    options = [] if keda else ["--no-keda"]
    return [sys.executable, "-m", "tools.e2e", "--scope", scope, "--name", f"{name}-{scope}", *options]
