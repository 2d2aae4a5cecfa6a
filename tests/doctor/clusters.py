"""A cluster with the product installed as docs/install.md describes, to be changed at the place a test is about."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from function.apis.registry import APIS
from function.base.identity import Scope
from function.base.manifest import Json, Manifest
from function.doctor.examine import examine
from function.doctor.kinds import custom
from function.doctor.provider_config import KINDS as PROVIDER_KINDS
from function.doctor.report import Finding, Report
from function.doctor.scan import Scan
from function.platform.config import PlatformConfig
from function.publish.kinds import kinds
from function.publish.rbac import roles
from function.publish.xrd import claims, namespaced
from function.trace.inventory import inventory

ROOT = Path(__file__).parents[2]
SYSTEM = "crossplane-system"
FUNCTION = "function-event-platform"
REVISION = "provider-kubernetes-1a2b3c"

Cluster = dict[tuple[str, str], dict[str, Any]]
"""The objects by kind and name."""

_OPTIONAL = "preflight"
"""The role that would hide a missing one for the diagnosis of pods: both are about pods."""


def healthy(scope: Scope = "claims") -> Cluster:
    """Return the objects of a cluster without problems."""
    documents: list[dict[str, Any]] = json.loads(_documents(scope))
    return {(document["kind"], document["metadata"]["name"]): document for document in documents}


@cache
def _documents(scope: Scope) -> str:
    return json.dumps(
        [
            *_packages(scope),
            *_definitions(scope),
            *(
                _crd(f"{kind.plural}.{kind.group}", kind.api_version.partition("/")[2])
                for kind in (*kinds(), *PROVIDER_KINDS)
                if custom(kind)
            ),
            *(document for name, (_, documents) in roles().items() if name != _OPTIONAL for document in documents),
            *_files(f"compositions/*-{scope}.yaml"),
            *_files("package/settings/recommended.yaml"),
            *_files("package/install/provider-config.yaml"),
            *_running(),
        ]
    )


def scan(cluster: Cluster, *unread: str) -> Scan:
    return Scan(inventory=inventory(cluster.values()), unread=frozenset(unread), kubernetes="v1.35.4")


def examined(cluster: Cluster, *unread: str) -> Report:
    return examine(scan(cluster, *unread))


def found(cluster: Cluster, *unread: str) -> list[tuple[str, str, str]]:
    """Return severity, code, and subject of each finding."""
    return [(finding.severity, finding.code, finding.about) for finding in examined(cluster, *unread).findings]


def only(cluster: Cluster, *unread: str) -> Finding:
    (finding,) = examined(cluster, *unread).findings
    return finding


def named(cluster: Cluster, kind: str, name: str) -> dict[str, Any]:
    return cluster[kind, name]


def settings(cluster: Cluster, **data: Json) -> None:
    """Set the data of the EnvironmentConfig."""
    cluster["EnvironmentConfig", "event-platform"]["data"] = {**data}


def conditions(**statuses: str) -> Manifest:
    found: list[Json] = [{"type": kind, "status": status, "reason": "Set"} for kind, status in statuses.items()]
    return {"conditions": found}


def _packages(scope: Scope) -> list[dict[str, Any]]:
    images = {
        ("Function", FUNCTION): f"ghcr.io/bizmatters/{FUNCTION}:v0.1.0",
        ("Provider", "provider-kubernetes"): "xpkg.crossplane.io/crossplane-contrib/provider-kubernetes:v1.2.1",
        ("Configuration", f"event-platform-{scope}"): f"ghcr.io/bizmatters/event-platform-{scope}:v0.1.0",
    }
    return [
        {
            "apiVersion": "pkg.crossplane.io/v1",
            "kind": kind,
            "metadata": {"name": name},
            "spec": {"package": image},
            "status": {**conditions(Installed="True", Healthy="True"), "currentRevision": f"{name}-1a2b3c"},
        }
        for (kind, name), image in images.items()
    ]


def _definitions(scope: Scope) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = []
    for api in APIS.values():
        config = PlatformConfig()
        definition: dict[str, Any] = (claims if scope == "claims" else namespaced)(api, config)
        known = {"Established": "True", **({"Offered": "True"} if scope == "claims" else {})}
        documents.append({**definition, "status": conditions(**known)})
        names = {definition["metadata"]["name"], f"{api.plural}.{config.group}"}
        schema = definition["spec"]["versions"][0]["schema"]
        documents += [_crd(name, "v1alpha1", schema) for name in sorted(names)]
    return documents


def _crd(name: str, version: str, schema: Json = None) -> dict[str, Any]:
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": name},
        "spec": {"versions": [{"name": version, "served": True, "schema": schema}]},
    }


def _files(pattern: str) -> list[dict[str, Any]]:
    return [document for path in ROOT.glob(pattern) for document in yaml.safe_load_all(path.read_text())]


def _running() -> list[dict[str, Any]]:
    owner = {"kind": "ProviderRevision", "name": REVISION}
    provider = _workload("Deployment", REVISION, SYSTEM, "package-runtime", "provider:v1.2.1", "provider-kubernetes")
    provider["metadata"]["ownerReferences"] = [owner]
    return [
        provider,
        _workload("Deployment", "crossplane", SYSTEM, "crossplane", "xpkg.crossplane.io/crossplane/crossplane:v2.4.0"),
        _workload("Deployment", "keda-operator", "keda", "keda-operator", "ghcr.io/kedacore/keda:2.20.2"),
        _workload("StatefulSet", "nats", "nats", "nats", "nats:2.14.9-alpine"),
        _service("nats", 4222),
        {**_service("nats-headless", 4222, 8222, clusterIP="None")},
    ]


def _workload(
    kind: str, name: str, namespace: str, container: str, image: str, account: str = "default"
) -> dict[str, Any]:
    pod = {"serviceAccountName": account, "containers": [{"name": container, "image": image}]}
    return {
        "apiVersion": "apps/v1",
        "kind": kind,
        "metadata": {"name": name, "namespace": namespace, "labels": {"app": name}},
        "spec": {"template": {"spec": pod}},
    }


def _service(name: str, *ports: int, **spec: Json) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": name, "namespace": "nats"},
        "spec": {"ports": [{"port": port} for port in ports], **spec},
    }
