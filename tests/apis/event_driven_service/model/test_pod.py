import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.model.pod import (
    DisruptionBudget,
    KeyToPath,
    SecurityContext,
    Volume,
)
from function.base.manifest import Manifest
from tests.cel import judge

SOURCES: list[tuple[Manifest, bool]] = [
    ({"emptyDir": {}}, True),
    ({"secret": {"name": "a"}}, True),
    ({"configMap": {"name": "a"}}, True),
    ({}, False),
    ({"emptyDir": {}, "secret": {"name": "a"}}, False),
    ({"secret": {"name": "a"}, "configMap": {"name": "a"}}, False),
    ({"emptyDir": {}, "secret": {"name": "a"}, "configMap": {"name": "a"}}, False),
]
BUDGETS: list[tuple[Manifest, bool]] = [
    ({"minAvailable": 0}, True),
    ({"maxUnavailable": "25%"}, True),
    ({}, False),
    ({"minAvailable": 1, "maxUnavailable": 1}, False),
]
CONTEXTS: list[tuple[Manifest, bool]] = [
    ({}, True),
    ({"runAsUser": 1}, True),
    ({"useImageUser": True}, True),
    ({"useImageUser": False, "runAsUser": 1}, True),
    ({"useImageUser": True, "runAsUser": 1}, False),
]
CASES = [
    *((Volume, {"name": "a", "mountPath": "/a", **source}, holds) for source, holds in SOURCES),
    *((DisruptionBudget, budget, holds) for budget, holds in BUDGETS),
    *((SecurityContext, context, holds) for context, holds in CONTEXTS),
]


@pytest.mark.parametrize(("model", "value", "holds"), CASES, ids=range(len(CASES)))
def test_python_and_cel_agree(
    model: type[Volume | DisruptionBudget | SecurityContext], value: Manifest, holds: bool
) -> None:
    parsed = model.model_validate(value)
    assert [rule.holds(parsed) for rule in model.rules] == [holds]
    assert [judge(rule.cel, "self", value) for rule in model.rules] == [holds]


@pytest.mark.parametrize("path", ["ca.crt", "etc/ca.crt", "a", "a.b/c.d", "a..b"])
def test_a_file_below_the_mount_path(path: str) -> None:
    assert KeyToPath(key="k", path=path).path == path


@pytest.mark.parametrize("path", ["", "/a", "../a", "..", ".", "a/../b", "a/..", "a//b", "a/", ".hidden", "a/.b"])
def test_no_file_below_the_mount_path(path: str) -> None:
    with pytest.raises(ValidationError):
        KeyToPath(key="k", path=path)


@pytest.mark.parametrize("path", ["/data", "/var/run/cache", "/data/", "/.cache", "/a/.b/..c", "/..."])
def test_a_mount_path(path: str) -> None:
    assert Volume(name="a", mountPath=path).mount_path == path


@pytest.mark.parametrize("path", ["", "/", "//", "/.", "/..", "/a//b", "/a/../b", "/a/.", "var", "./a", "/a:b"])
def test_no_mount_path(path: str) -> None:
    with pytest.raises(ValidationError):
        Volume(name="a", mountPath=path)
