"""The cluster of KUBECONFIG, on which the product is installed. Without E2E=1 the scenarios are deselected."""

import os
import shutil
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.e2e.cluster import BINDING, SERVICE, Scope, unused_name
from tests.e2e.deletions import Deletions, deletions
from tests.e2e.kinds import install
from tools.playground.kubectl import Kubectl, RefusedError

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what this cluster cannot run, or all without E2E=1; scenarios that remove the product run last."""
    out = [item for item in items if FOLDER in item.path.parents and not _runs_here(item)]
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


def _runs_here(item: pytest.Item) -> bool:
    if os.environ.get("E2E") != "1":
        return False
    if item.get_closest_marker("playground") and "E2E_PROCESSES" not in os.environ:
        return False
    return item.get_closest_marker("namespaced") is None or _scope() == "namespaced"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the objects of the cluster to the report of a failure, before the scenario deletes them."""
    report = yield
    kubectl = getattr(item, "funcargs", {}).get("kubectl")
    if report.failed and FOLDER in item.path.parents and isinstance(kubectl, Kubectl):
        for kinds in (f"{SERVICE},{BINDING}", "objects.kubernetes.crossplane.io", "deployments,pods", "events"):
            report.sections.append((kinds, shown(kubectl, "get", kinds, "--all-namespaces", "--output=wide")))
    return report


def shown(kubectl: Kubectl, *arguments: str) -> str:
    """Return what a command prints, or its error."""
    try:
        return kubectl(*arguments)
    except RefusedError as refused:
        return str(refused)


@cache
def _kubectl() -> Kubectl:
    program = shutil.which("kubectl")
    kubeconfig = os.environ.get("KUBECONFIG")
    if program is None or kubeconfig is None:
        pytest.exit("needs kubectl on PATH, and KUBECONFIG. run make e2e", returncode=2)
    return Kubectl(Path(program), Path(kubeconfig))


@cache
def _scope() -> Scope:
    definitions = _kubectl().get("xrd")
    kinds = {item["spec"]["names"]["kind"] for item in definitions["items"]}
    return "claims" if "XEventDrivenService" in kinds else "namespaced"


@pytest.fixture(scope="session")
def kubectl() -> Kubectl:
    """Return kubectl for the cluster."""
    return _kubectl()


@pytest.fixture(scope="session")
def scope() -> Scope:
    """Return the scope that is installed."""
    return _scope()


@pytest.fixture(scope="session")
def deleted(kubectl: Kubectl, scope: Scope) -> Iterator[Deletions]:
    """Return the namespaces that are being deleted."""
    with deletions(kubectl, scope) as found:
        yield found


@pytest.fixture
def namespace(kubectl: Kubectl, deleted: Deletions) -> Iterator[str]:
    """Return a new namespace, which is deleted while the next scenarios run."""
    name = unused_name()
    kubectl("create", "namespace", name)
    yield name
    deleted.begin(name)


@pytest.fixture(scope="session")
def foreign_kinds(kubectl: Kubectl) -> None:
    """Define the kinds of other projects that the product uses."""
    install(kubectl)


@pytest.fixture(scope="session")
def nats() -> str:
    """Return the address at which this machine reaches NATS."""
    address = os.environ.get("E2E_NATS")
    if address is None:
        pytest.fail("needs E2E_NATS, such as nats://127.0.0.1:4222. run make e2e")
    return address
