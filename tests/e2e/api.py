"""The API server's verdict on a document, place by place, which kubectl prints only as text."""

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
_KIND_OF_MISTAKE = re.compile(r'^[A-Z][a-z ]+(?: value)?: (?:"(?:object|array)": )?')


@dataclass(frozen=True)
class Api:
    """The API server behind a proxy that signs in."""

    address: str

    def verdict(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return place and words of each mistake, nothing if the document would be admitted; nothing is stored.

        Places have the function's notation: spec.streams.a for spec.streams[a].
        """
        group, kind = document["apiVersion"], document["kind"].lower()
        path = f"/apis/{group}/namespaces/{document['metadata']['namespace']}/{kind}s?dryRun=All&fieldValidation=Strict"
        request = urllib.request.Request(  # noqa: S310 - an address of this machine
            self.address + path, json.dumps(document).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30):
                return []
        except urllib.error.HTTPError as refused:
            return _mistakes(json.load(refused))


@contextmanager
def proxy(kubectl: Kubectl) -> Iterator[Api]:
    """Run `kubectl proxy` on a free port."""
    command = [str(kubectl.program), f"--kubeconfig={kubectl.kubeconfig}", "proxy", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().rpartition(" ")[2].strip()
        yield Api(f"http://{address}")
        process.terminate()


def _mistakes(status: Mapping[str, Any]) -> list[tuple[str, str]]:
    causes = status.get("details", {}).get("causes", [])
    unknown = re.findall(r'unknown field "([^"]+)"', status["message"])
    assert causes or unknown, status["message"]
    found = [(cause["field"], cause["message"]) for cause in causes if _UNCHECKED not in cause["message"]]
    found += [(field, "Invalid: unknown field") for field in unknown]
    return [(re.sub(r"\[([^]0-9][^]]*)]", r".\1", place), _KIND_OF_MISTAKE.sub("", text)) for place, text in found]
