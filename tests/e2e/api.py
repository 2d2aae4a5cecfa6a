"""The API server's verdict on a document as a list; kubectl prints it only as text."""

import json
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tools.playground.kubectl import Kubectl

_UNCHECKED = "some validation rules were not checked"
_KIND_OF_ERROR = re.compile(r'^[A-Z][a-z ]+(?: value)?: (?:"(?:object|array)": )?')


@dataclass(frozen=True)
class Api:
    """The API server, behind a proxy that authenticates."""

    address: str

    def verdict(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return path and message of each error, or an empty list if the document is valid; nothing is stored.

        Paths are written as the function writes them: spec.streams.a for spec.streams[a].
        """
        group, kind = document["apiVersion"], document["kind"].lower()
        path = f"/apis/{group}/namespaces/{document['metadata']['namespace']}/{kind}s?dryRun=All&fieldValidation=Strict"
        request = urllib.request.Request(  # noqa: S310 - an address of this machine
            self.address + path, json.dumps(document).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30):
                return []
        except urllib.error.HTTPError as rejection:
            return _errors(json.load(rejection))


@contextmanager
def proxy(kubectl: Kubectl) -> Iterator[Api]:
    """Run `kubectl proxy` on a free port."""
    command = [str(kubectl.program), f"--kubeconfig={kubectl.kubeconfig}", "proxy", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().rpartition(" ")[2].strip()
        try:
            yield Api(f"http://{address}")
        finally:
            process.terminate()


def _errors(status: Mapping[str, Any]) -> list[tuple[str, str]]:
    causes = status.get("details", {}).get("causes", [])
    unknown = re.findall(r'unknown field "([^"]+)"', status["message"])
    assert causes or unknown, status["message"]
    found = [(cause["field"], cause["message"]) for cause in causes if _UNCHECKED not in cause["message"]]
    found += [(field, "Invalid: unknown field") for field in unknown]
    return [(re.sub(r"\[([^]0-9][^]]*)]", r".\1", path), _KIND_OF_ERROR.sub("", text)) for path, text in found]
