"""Runs the server of another version, from its wheel and with the dependencies that are installed here."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from threading import Thread, Timer
from zipfile import BadZipFile, ZipFile

from function.client import CallError

SUFFIX = ".whl"
_NEEDED = {"function/__init__.py", "function/main.py"}
"""Without the first one, Python would run the version that is installed here."""
_START_SECONDS = 120


@contextmanager
def served(wheel: str) -> Iterator[str]:
    """Yield the address of the server; raises CallError."""
    with TemporaryDirectory(prefix="platformctl-") as folder:
        _unpack(wheel, folder)
        command = [sys.executable, "-P", "-m", "function.main", "--insecure", "--address", "127.0.0.1:0"]
        with subprocess.Popen(  # noqa: S603  # arguments, not a shell
            [*command, "--max-recv-message-size", "2047"],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        ) as process:
            reader = None
            try:
                address = _address(process)
                # the server must never wait for its log
                reader = Thread(target=_drain, args=(process.stderr or (),), daemon=True)
                reader.start()
                yield address
            finally:
                process.kill()
                if reader is not None:
                    reader.join()


def _unpack(wheel: str, folder: str) -> None:
    try:
        with ZipFile(wheel) as archive:
            missing = _NEEDED - set(archive.namelist())
            if missing:
                raise CallError(f"it has no {min(missing)}, so it is not a version of this function")
            archive.extractall(folder)
    except OSError as error:
        raise CallError(f"cannot be read: {str(error.strerror).lower()}") from None
    except BadZipFile:
        raise CallError("it is not a wheel") from None


def _environment(folder: str) -> dict[str, str]:
    """Return the environment without the settings of a server, which may be set for another one."""
    server = {"DEBUG", "INSECURE", "ADDRESS", "MAX_SEND_MESSAGE_SIZE", "MAX_GRPC_MESSAGE_SIZE", "TLS_SERVER_CERTS_DIR"}
    kept = {name: value for name, value in os.environ.items() if name not in server}
    return {**kept, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}


def _address(process: subprocess.Popen[str]) -> str:
    """Return the address in the log of a server; raises CallError if it does not start."""
    timer = Timer(_START_SECONDS, process.kill)
    timer.start()
    last = ""
    try:
        for line in process.stderr or ():
            if found := _serving(line):
                return found
            last = line.strip() or last
    finally:
        timer.cancel()
    raise CallError(f"its server does not start: {last or 'it says nothing'}")


def _serving(line: str) -> str:
    try:
        entry = json.loads(line)
    except ValueError:
        return ""
    return str(entry.get("address", "")) if isinstance(entry, dict) and entry.get("msg") == "serving" else ""


def _drain(log: Iterable[str]) -> None:
    for _ in log:
        pass
