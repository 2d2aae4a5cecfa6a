"""Commands at the same time."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from threading import Thread

from tools.playground.say import say


def run(commands: Mapping[str, Sequence[str]]) -> bool:
    """Run the commands, print their lines under their names, and return whether one failed.

    If this process is interrupted, all commands are, and the interruption goes on once they have ended.
    """
    started = {name: _start(command) for name, command in commands.items()}
    printers = [Thread(target=_print, args=(name, process)) for name, process in started.items()]
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


def _print(name: str, process: subprocess.Popen[str]) -> None:
    if process.stdout is not None:
        with process.stdout as lines:
            for line in lines:
                say(f"{name:10} | {line.rstrip()}")
