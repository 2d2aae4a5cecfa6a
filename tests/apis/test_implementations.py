import subprocess
import sys

import pytest

from function.apis.implementations import PACKAGES, implementation
from function.base.manifest import Manifest
from tests import bindings
from tests.documents import namespaced, platform, worker

SERVICE = namespaced(worker())
BINDING = bindings.namespaced(bindings.binding(streams={"orders": bindings.topic()}))
OVERLAY: Manifest = {"name": "a", "kinds": ["Deployment"], "patch": {"metadata": {"labels": {"a": "b"}}}}
SCRIPT = """
import sys
from function.apis.implementations import PACKAGES
from function.base.request import Request
from function.render import render
assert render(Request(xr={document!r}, platform={settings!r}, required={{}})).fatal is None
print(*(kind for kind, package in PACKAGES.items() if f"{{package}}.implementation" in sys.modules))
"""


def imported(document: Manifest, settings: Manifest) -> list[str]:
    """Return the APIs that a new process imports for the answer to a valid composite."""
    script = SCRIPT.format(document=document, settings=settings)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("document", "settings"), [(SERVICE, platform()), (BINDING, bindings.PLATFORM)], ids=["service", "binding"]
)
def test_an_answer_imports_one_api(document: Manifest, settings: Manifest) -> None:
    assert imported(document, settings) == [document["kind"]]


def test_settings_that_concern_all_apis_import_them_all() -> None:
    assert imported(SERVICE, platform(overlays=[OVERLAY])) == list(PACKAGES)


@pytest.mark.parametrize("kind", PACKAGES)
def test_an_api_has_the_kind_of_its_package(kind: str) -> None:
    assert implementation(kind).api.kind == kind


@pytest.mark.parametrize("kind", ["XEventDrivenService", "eventdrivenservice", ""])
def test_nothing_else_is_an_api(kind: str) -> None:
    with pytest.raises(KeyError):
        implementation(kind)
