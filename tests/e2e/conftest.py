"""The cluster of KUBECONFIG, on which the product is installed. Without E2E=1 the scenarios are deselected."""

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.cluster import Scope, empty
from tools.playground.kubectl import Kubectl

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the scenarios out, visibly, unless they are asked for; what removes the product comes last."""
    ours = [item for item in items if FOLDER in item.path.parents]
    if os.environ.get("E2E") == "1":
        out = [] if "E2E_PROCESSES" in os.environ else [item for item in ours if item.get_closest_marker("playground")]
        items.sort(key=lambda item: item.get_closest_marker("last") is not None)
    else:
        out = ours
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


@pytest.fixture(scope="session")
def kubectl() -> Kubectl:
    """Return kubectl for the cluster."""
    program = shutil.which("kubectl")
    kubeconfig = os.environ.get("KUBECONFIG")
    if program is None or kubeconfig is None:
        pytest.fail("needs kubectl on PATH, and KUBECONFIG. run make e2e")
    return Kubectl(Path(program), Path(kubeconfig))


@pytest.fixture(scope="session")
def scope(kubectl: Kubectl) -> Scope:
    """Return the scope that is installed."""
    definitions = kubectl.get("xrd")
    kinds = {item["spec"]["names"]["kind"] for item in definitions["items"]}
    return "claims" if "XEventDrivenService" in kinds else "namespaced"


@pytest.fixture
def namespace(kubectl: Kubectl, scope: Scope) -> Iterator[str]:
    """Return a new namespace; afterwards nothing is left of it."""
    name = f"e2e-{uuid.uuid4().hex[:8]}"
    kubectl("create", "namespace", name)
    yield name
    empty(kubectl, scope, name)
    kubectl("delete", "namespace", name, "--timeout=60s")
