"""The examples of the repository for a scope."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.cluster import BINDING, SERVICE, Scope
from tools.playground.product import EXAMPLES


@dataclass(frozen=True)
class Example:
    """A claim or composite; `settings` is the spec of the PlatformConfig in its folder, or empty."""

    document: dict[str, Any]
    settings: dict[str, Any]

    @property
    def name(self) -> str:
        """Its name, which is unique in the scope."""
        return str(self.document["metadata"]["name"])

    @property
    def resource(self) -> str:
        """Its kind and name as an argument of kubectl."""
        return f"{BINDING if self.document['kind'] == 'InfraBinding' else SERVICE}/{self.name}"

    @property
    def streams(self) -> list[tuple[str, str]]:
        """The streams and consumers that it uses."""
        spec = self.document["spec"]
        sources = [spec.get("nats", {}), *spec.get("scaling", {}).get("triggers", [])]
        return [(source["stream"], source["consumer"]) for source in sources if "stream" in source]

    @property
    def referred(self) -> list[dict[str, Any]]:
        """The Secrets and ConfigMaps of its environment variables; KEDA also reads them."""
        spec, namespace = self.document["spec"], self.document["metadata"]["namespace"]
        keys = {"Secret": ("secretRefs", "secretKey"), "ConfigMap": ("configMapRefs", "configMapKey")}
        return [
            {
                "apiVersion": "v1",
                "kind": kind,
                "metadata": {"name": reference["name"], "namespace": namespace},
                "stringData" if kind == "Secret" else "data": {entry[key]: "" for entry in reference.get("env", [])},
            }
            for kind, (field, key) in keys.items()
            for reference in spec.get(field, [])
        ]


def examples(scope: Scope, namespace: str) -> list[Example]:
    """Return all examples; their topics are created in the same namespace.

    In the namespaced scope, an xr.yaml replaces the claim of the same name.
    """
    paths = sorted(EXAMPLES.glob("*/*/claim.yaml"))
    paths += sorted(EXAMPLES.glob("*/*/xr.yaml")) if scope == "namespaced" else []
    found: dict[str, Example] = {}
    for path in paths:
        document = yaml.safe_load(path.read_text())
        document["metadata"]["namespace"] = namespace
        platform = path.with_name("platform.yaml")
        settings = yaml.safe_load(platform.read_text())["spec"] if platform.exists() else {}
        if "kafka" in settings:
            _move_topics(document["spec"]["streams"], settings["kafka"], namespace)
        found[document["metadata"]["name"]] = Example(document, settings)
    return list(found.values())


def _move_topics(streams: dict[str, dict[str, Any]], kafka: dict[str, str], namespace: str) -> None:
    """Move the platform's Kafka cluster, and the streams that use it, to another namespace."""
    for stream in streams.values():
        stream["brokers"] = stream["brokers"].replace(f".{kafka['namespace']}.svc", f".{namespace}.svc")
    kafka["namespace"] = namespace


def rendered(document: Mapping[str, Any], platform: Mapping[str, Any], scope: Scope, folder: Path) -> str:
    """Return the manifests that `platformctl render` prints; its input is written to `folder`."""
    for name, content in {"claim.yaml": document, "platform.yaml": platform}.items():
        (folder / name).write_text(yaml.safe_dump(content))
    program = str(Path(sys.executable).with_name("platformctl"))
    command = [program, "render", "claim.yaml", f"--scope={scope}", "--platform-config=platform.yaml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=60).stdout
