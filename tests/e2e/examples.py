"""The examples of the repository for a scope."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.cluster import BINDING, SERVICE, Scope, objects
from tools.playground.kubectl import Kubectl, RefusedError
from tools.playground.product import EXAMPLES


@dataclass(frozen=True)
class Example:
    """A claim or composite in a folder; `settings` is the spec of the PlatformConfig next to it, or empty."""

    folder: str
    document: dict[str, Any]
    settings: dict[str, Any]

    @property
    def address(self) -> tuple[str, str]:
        """Its kind, name, and namespace as arguments of kubectl."""
        kind = BINDING if self.document["kind"] == "InfraBinding" else SERVICE
        metadata = self.document["metadata"]
        return f"{kind}/{metadata['name']}", f"--namespace={metadata['namespace']}"

    @property
    def composition(self) -> str:
        """The name of the Composition with its settings."""
        return f"e2e-{self.folder}"

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


def folders(scope: Scope) -> list[str]:
    """Return the folders of the examples that apply to a scope, without those that need a binding too."""
    names = ("claim.yaml", "xr.yaml") if scope == "namespaced" else ("claim.yaml",)
    found = [path for name in names for path in EXAMPLES.glob(f"*/*/{name}")]
    return sorted(path.parent.name for path in found if not path.with_name("binding.yaml").exists())


def example(folder: str, namespace: str) -> Example:
    """Return the example in a folder, in another namespace; its topics are created there too."""
    (path,) = [path for name in ("claim.yaml", "xr.yaml") for path in EXAMPLES.glob(f"*/{folder}/{name}")]
    text, platform = path.read_text(), path.with_name("platform.yaml")
    settings = yaml.safe_load(platform.read_text())["spec"] if platform.exists() else {}
    if kafka := settings.get("kafka"):
        text = text.replace(f".{kafka['namespace']}.svc", f".{namespace}.svc")
        kafka["namespace"] = namespace
    document = yaml.safe_load(text)
    policy, written = settings.get("policy", {}), document["metadata"]["namespace"]
    for of_namespaces in (policy.get("streams", {}).get("prefixes", {}), policy.get("terraform", {}).get("states", {})):
        if written in of_namespaces:
            of_namespaces[namespace] = of_namespaces.pop(written)
    document["metadata"]["namespace"] = namespace
    return Example(folder, document, settings)


def composed(kubectl: Kubectl, scope: Scope, applied: Example) -> list[dict[str, Any]]:
    """Return the composed resources of an example, or [] while one of them does not exist yet."""
    if scope == "claims":
        return objects(kubectl, scope, applied.document["metadata"]["namespace"])
    references = kubectl.get(*applied.address)["spec"]["crossplane"].get("resourceRefs", [])
    try:
        found = kubectl.get(*map(_name, references), applied.address[1]) if references else {"items": []}
    except RefusedError:
        return []
    items: list[dict[str, Any]] = found.get("items", [found])
    return items


def wanted(resource: dict[str, Any]) -> dict[str, Any]:
    """Return the object that a composed resource is, or that provider-kubernetes shall create from it."""
    manifest: dict[str, Any] = resource["spec"]["forProvider"]["manifest"] if resource["kind"] == "Object" else resource
    return manifest


def _name(reference: Mapping[str, str]) -> str:
    """Return how kubectl selects an object of any group."""
    group, _, version = reference["apiVersion"].rpartition("/")
    kind = f"{reference['kind']}.{version}.{group}" if group else reference["kind"]
    return f"{kind}/{reference['name']}"


def rendered(
    document: Mapping[str, Any],
    platform: Mapping[str, Any],
    scope: Scope,
    folder: Path,
    observed: Sequence[Mapping[str, Any]] = (),
) -> str:
    """Return the manifests that `platformctl render` prints; its input is written to `folder`."""
    for name, content in {"claim.yaml": [document], "platform.yaml": [platform], "observed.yaml": observed}.items():
        (folder / name).write_text(yaml.safe_dump_all(content))
    program = str(Path(sys.executable).with_name("platformctl"))
    files = ("claim.yaml", "--platform-config=platform.yaml", "--observed=observed.yaml")
    command = [program, "render", *files, f"--scope={scope}"]
    return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout
