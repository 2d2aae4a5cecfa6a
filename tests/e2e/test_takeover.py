"""Services of a patch-and-transform composition move to this function and back: nothing is deleted, and all stay up."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, unused_name
from tests.e2e.history import versions
from tests.e2e.patches import patch_and_transform
from tests.e2e.taken_over import CLAIMS, GROUP, KIND, identities, objects, selectors, variables
from tools.playground.kubectl import Kubectl, RefusedError
from tools.playground.parts.nats import add_consumers
from tools.playground.product import EXAMPLES, FUNCTION
from tools.playground.waiting import until

pytestmark = pytest.mark.playground

EARLIER, OURS = "earlier-services", "eventdrivenservice"
DOCUMENTS = list(yaml.safe_load_all((Path(__file__).parent / "earlier.yaml").read_text()))
SETTINGS: dict[str, Any] = yaml.safe_load((EXAMPLES / "takeover" / "platform.yaml").read_text())


def generated(folder: Path, **settings: Any) -> Path:
    """Return the folder with the files of the example under the group of the scenario, with these settings changed."""
    folder.mkdir()
    own = {**SETTINGS["spec"], "group": GROUP, **settings}
    (folder / "platform.yaml").write_text(yaml.safe_dump({**SETTINGS, "spec": own}))
    program = Path(sys.executable).parent / "platformctl"
    words = ["schema", "--platform-config", "platform.yaml", "--output", "."]
    subprocess.run([program, *words], cwd=folder, check=True, capture_output=True)
    return folder


def definition(folder: Path) -> dict[str, Any]:
    """Return the generated definition of claims."""
    found: dict[str, Any] = yaml.safe_load((folder / "apis" / "eventdrivenservice" / "claims.yaml").read_text())
    return found


@pytest.fixture(scope="module")
def earlier(kubectl: Kubectl, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Install the earlier composition and what runs it."""
    with patch_and_transform(kubectl, tmp_path_factory.mktemp("patches")):
        kubectl.apply(*DOCUMENTS)
        kubectl.wait(f"xrd/xeventdrivenservices.{GROUP}", condition="condition=Offered", seconds=READY_SECONDS)
        kubectl("wait", "--for=create", f"crd/eventdrivenservices.{GROUP}", "--timeout=60s")
        yield
        kubectl("delete", "composition", EARLIER, OURS + "-taken-over", "--ignore-not-found")
        kubectl("delete", f"xrd/xeventdrivenservices.{GROUP}", "--timeout=120s", seconds=130)


@pytest.fixture(scope="module")
def namespace(kubectl: Kubectl, earlier: None, nats: str) -> Iterator[str]:
    """Return a namespace in which four services of the earlier composition run."""
    name = unused_name()
    kubectl("create", "namespace", name)
    streams = [(claim["spec"]["nats"]["stream"], claim["spec"]["nats"]["consumer"]) for claim in CLAIMS.values()]
    add_consumers(nats, streams)
    kubectl.apply(*(claim | {"metadata": {"name": key, "namespace": name}} for key, claim in CLAIMS.items()))
    for claim in CLAIMS:
        kubectl.wait(f"{KIND}/{claim}", f"--namespace={name}", condition="condition=Ready", seconds=READY_SECONDS)
        kubectl.wait(f"deployment/{claim}", f"--namespace={name}", condition="condition=Available", seconds=60)
    yield name
    kubectl("delete", KIND, "--all", f"--namespace={name}", f"--timeout={READY_SECONDS}s", seconds=READY_SECONDS + 10)
    until(lambda: not objects(kubectl, name), READY_SECONDS, "the Objects to go")
    kubectl("delete", "namespace", name, "--timeout=60s")


def prepare_return(kubectl: Kubectl) -> None:
    """Let the earlier composition ask for the default readiness; the API server refuses to remove ours without one."""
    composition = deepcopy(DOCUMENTS[1])
    for resource in composition["spec"]["pipeline"][0]["input"]["resources"]:
        resource["base"]["spec"]["readiness"] = {"policy": "SuccessfulCreate"}
    kubectl.apply(composition)


def switch(kubectl: Kubectl, namespace: str, composition: str) -> None:
    """Select another Composition for all services."""
    patch = f'{{"spec": {{"compositionRef": {{"name": "{composition}"}}}}}}'
    for claim in CLAIMS:
        kubectl("patch", f"{KIND}/{claim}", f"--namespace={namespace}", "--type=merge", f"--patch={patch}")


def rolled_out(kubectl: Kubectl, namespace: str, *, ours: bool) -> bool:
    """Return whether all pods are those of the composition."""
    for item in kubectl.get("deployments", f"--namespace={namespace}")["items"]:
        status, template = item.get("status", {}), item["spec"]["template"]
        if ("app.kubernetes.io/component" in template["metadata"]["labels"]) != ours:
            return False
        if status.get("observedGeneration") != item["metadata"]["generation"]:
            return False
        if not status.get("updatedReplicas") == status.get("readyReplicas") == status.get("replicas"):
            return False
    return True


def listed(kubectl: Kubectl, namespace: str, kind: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = kubectl.get(kind, f"--namespace={namespace}")["items"]
    return items


def unready(kubectl: Kubectl, namespace: str, before: Mapping[str, list[dict[str, Any]]]) -> list[str]:
    """Return the Deployments and the Services that were without a ready pod at any time since `before`."""
    apps = f"/apis/apps/v1/namespaces/{namespace}/deployments"
    slices = f"/apis/discovery.k8s.io/v1/namespaces/{namespace}/endpointslices"
    found = [
        f"Deployment {first['metadata']['name']}"
        for first in before["deployments"]
        if any(not version["status"].get("readyReplicas") for version in versions(kubectl, apps, first))
    ]
    return found + [
        f"Service {first['metadata']['labels']['kubernetes.io/service-name']}"
        for first in before["endpointslices"]
        if any(not _served(version) for version in versions(kubectl, slices, first))
    ]


def _served(version: Mapping[str, Any]) -> bool:
    return any(endpoint["conditions"].get("ready") for endpoint in version.get("endpoints") or [])


def test_our_definition_is_refused_over_the_earlier_one(kubectl: Kubectl, earlier: None, tmp_path: Path) -> None:
    ours = definition(generated(tmp_path / "ours", takeoverMode=False))
    with pytest.raises(RefusedError, match="immutable"):
        kubectl.apply(ours)


def test_four_services_move_and_return(
    kubectl: Kubectl, namespace: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within = f"--namespace={namespace}"
    first = {kind: listed(kubectl, namespace, kind) for kind in ("deployments", "endpointslices")}
    before, env = identities(kubectl, namespace), variables(first["deployments"])
    assert len(before) == len(CLAIMS) * 10  # five Objects each, and what they manage

    folder = generated(tmp_path / "takeover")
    kubectl.apply(definition(folder))
    made = yaml.safe_load((folder / "compositions" / "eventdrivenservice-claims.yaml").read_text())
    made["metadata"]["name"] = f"{OURS}-taken-over"
    made["spec"]["pipeline"][0]["functionRef"]["name"] = FUNCTION
    kubectl.apply(made)
    claim = kubectl.get(f"{KIND}/secretive", within)
    assert {key: claim["spec"].get(key) for key in CLAIMS["secretive"]["spec"]} == CLAIMS["secretive"]["spec"]

    began = time.monotonic()
    switch(kubectl, namespace, f"{OURS}-taken-over")
    for name in CLAIMS:
        kubectl.wait(f"{KIND}/{name}", within, condition="condition=Operational", seconds=READY_SECONDS)
    until(lambda: rolled_out(kubectl, namespace, ours=True), READY_SECONDS, "the pods of the function")
    moved = time.monotonic() - began
    after = listed(kubectl, namespace, "deployments")
    assert identities(kubectl, namespace) == before
    assert selectors(after) == selectors(first["deployments"])
    assert {name: found | env[name] for name, found in variables(after).items()} == variables(after)  # none is lost
    told = {name: kubectl.get(f"{KIND}/{name}", within)["status"]["warnings"] for name in CLAIMS}
    assert all("keeps its selector" in warnings[0] for warnings in told.values())
    assert any(text.startswith("spec.initContainer: does not run") for text in told["probed"])
    assert unready(kubectl, namespace, first) == []

    prepare_return(kubectl)
    began = time.monotonic()
    switch(kubectl, namespace, EARLIER)
    until(lambda: rolled_out(kubectl, namespace, ours=False), READY_SECONDS, "the pods of the earlier composition")
    for name in CLAIMS:
        kubectl.wait(f"{KIND}/{name}", within, condition="condition=Ready", seconds=READY_SECONDS)
    returned = time.monotonic() - began
    assert identities(kubectl, namespace) == before
    again = listed(kubectl, namespace, "deployments")
    assert selectors(again) == selectors(first["deployments"])
    assert variables(again) == env
    assert unready(kubectl, namespace, first) == []
    rows = [f"{kind} {name} {uid}" for (kind, name), uid in sorted(before.items())]
    with capsys.disabled():
        sys.stdout.write("\n".join(["", *rows, f"moved in {moved:.1f} s, returned in {returned:.1f} s", ""]))
