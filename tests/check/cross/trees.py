"""Trees of documents to compare."""

from function.base.manifest import Json, Manifest
from function.check.check_file import check_file
from function.check.cross.facts import Facts, facts, together
from function.check.cross.tree import findings
from function.check.finding import Finding
from function.check.load import load_content
from function.check.platform import Platform
from function.platform.config import PlatformConfig
from function.yaml.dump import dump
from tests import documents
from tests.bindings import PLATFORM, binding, namespaced

SETTINGS = Platform(PLATFORM, PlatformConfig().group)


def service(name: str = "orders", *, namespace: str = "shop", **fields: Json) -> Manifest:
    """Return a claim of a service."""
    return documents.namespaced(documents.worker(**fields), name=name, namespace=namespace)


def bound(name: str = "payments", *, namespace: str = "shop", **sections: Json) -> Manifest:
    """Return a claim of a binding."""
    return {**namespaced(binding(**sections)), "metadata": {"name": name, "namespace": namespace}}


def other(kind: str, name: str = "x", *, api: str = "v1", namespace: str = "shop", **fields: Json) -> Manifest:
    """Return a document of another kind."""
    return {"apiVersion": api, "kind": kind, "metadata": {"name": name, "namespace": namespace}, **fields}


def facts_of(*documents: Manifest) -> Facts:
    """Return the facts of files `1.yaml`, `2.yaml` and so on, with a document in each."""
    loaded = [load_content(f"{number}.yaml", dump([found]).encode()) for number, found in enumerate(documents, 1)]
    return together(facts(file, check_file(file, SETTINGS, linked=True)) for file in loaded)


def found(*documents: Manifest) -> list[Finding]:
    """Return what is found in such a tree."""
    return list(findings(facts_of(*documents)))


def places(*documents: Manifest) -> list[tuple[str, str, str | None, str]]:
    """Return the file, code, and path of each finding, and the file that it refers to."""
    return [(finding.file, finding.code, finding.path, finding.related[0].file) for finding in found(*documents)]
