"""All versions of objects, as the API server's watch hands them out."""

import json
import subprocess
import time
from collections.abc import Generator, Mapping
from contextlib import closing
from typing import Any
from urllib.parse import urlencode

from tools.playground.kubectl import Kubectl


def watch(kubectl: Kubectl, path: str, seconds: float, **query: str) -> Generator[dict[str, Any]]:
    """Yield each version of the objects at `path` as it is written; ends after `seconds`.

    The API server may end a watch at any time, for example if it writes faster than the client reads. The next one
    continues with the last version.
    """
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        for version in _watch(kubectl, path, {"timeoutSeconds": f"{left:.0f}", **query}):
            query["resourceVersion"] = version["metadata"]["resourceVersion"]
            yield version


def _watch(kubectl: Kubectl, path: str, query: Mapping[str, str]) -> Generator[dict[str, Any]]:
    """Yield versions until the API server ends the watch."""
    parameters = urlencode({"watch": "1", **query})
    command = [str(kubectl.program), f"--kubeconfig={kubectl.kubeconfig}", "get", "--raw", f"{path}?{parameters}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                event = json.loads(line)
                assert event["type"] in ("ADDED", "MODIFIED", "DELETED"), event
                yield event["object"]
        finally:
            process.terminate()


def versions(kubectl: Kubectl, path: str, first: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the versions of an object from `first` to the one of now; `path` is that of all of its kind.

    The API server keeps them for a while, so nothing has to watch meanwhile, and none is missed.
    """
    name = first["metadata"]["name"]
    last = _number(json.loads(kubectl("get", "--raw", f"{path}/{name}")))
    found = [first]
    if _number(first) < last:
        since = {"resourceVersion": first["metadata"]["resourceVersion"], "fieldSelector": f"metadata.name={name}"}
        with closing(watch(kubectl, path, 30, **since)) as later:
            for version in later:
                found.append(version)
                if _number(version) >= last:
                    break
    assert _number(found[-1]) >= last
    return found


def at(history: list[dict[str, Any]], moment: dict[str, Any]) -> dict[str, Any]:
    """Return the version of one object at the moment at which a version of another was written."""
    return [version for version in history if _number(version) <= max(_number(moment), _number(history[0]))][-1]


def _number(version: dict[str, Any]) -> int:
    """Return the place of a version in the order of all writes."""
    return int(version["metadata"]["resourceVersion"])
