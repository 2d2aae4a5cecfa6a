"""The kind of machine and the versions that figures belong to; nothing that names one machine."""

import os
import platform
import re
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tools.playground.product import TOOLS

_LIBRARIES = ("crossplane-function-sdk-python", "grpcio", "protobuf", "pydantic")
_PINNED = {
    "function-patch-and-transform": (
        "patch-and-transform",
        "github.com/crossplane-contrib/function-patch-and-transform",
    ),
    "function-sdk-go of the empty function": ("empty-function", "github.com/crossplane/function-sdk-go"),
}


def describe() -> Iterator[str]:
    """Yield a line for the machine, and one for the versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kernel = re.match(r"[\d.]*\d", platform.release())
    yield (
        f"{os.cpu_count()} cores ({processor()}), {memory:.0f} GB of memory, Linux {kernel[0] if kernel else 'unknown'}"
    )
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    go = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607 - the Go on PATH built the peers
    pins = ", ".join(f"{name} {pinned(*where)}" for name, where in _PINNED.items())
    yield f"Python {platform.python_version()}, {libraries}; {go}, {pins}"


def processor() -> str:
    """Return the class of the processor."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
    return re.sub(r"\((R|TM)\)", "", name)


def pinned(folder: str, module: str) -> str:
    """Return the version of a module in the go.mod of a tool; raises ValueError if it is not there."""
    text = (TOOLS / folder / "go.mod").read_text(encoding="utf-8")
    found = re.search(rf"{re.escape(module)} (v\S+)", text)
    if found is None:
        raise ValueError(f"tools/{folder}/go.mod has no {module}")
    return found[1]
