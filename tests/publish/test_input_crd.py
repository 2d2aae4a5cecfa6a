from typing import Any

import jsonschema_rs
import pytest

from function.platform.config import PlatformConfig
from function.publish.input_crd import definition


def crd() -> Any:
    return definition(PlatformConfig())


def test_names() -> None:
    found = crd()
    assert found["metadata"]["name"] == "platformconfigs.platform.fn.bizmatters.io"
    assert found["spec"]["names"]["kind"] == "PlatformConfig"
    assert [version["name"] for version in found["spec"]["versions"]] == ["v1beta1"]


def schema() -> Any:
    return crd()["spec"]["versions"][0]["schema"]["openAPIV3Schema"]


def test_the_rule_of_the_default_size_is_there() -> None:
    (rule,) = schema()["properties"]["spec"]["x-kubernetes-validations"]
    assert rule["message"] == "defaultSize must be one of the sizes"


def test_nothing_has_a_default() -> None:
    assert "'default':" not in str(schema())


@pytest.mark.parametrize("spec", [{}, {"delivery": "direct"}, {"sizes": {"tiny": {"limits": {"cpu": "1"}}}}])
def test_accepts(spec: dict[str, object]) -> None:
    assert jsonschema_rs.is_valid(schema()["properties"]["spec"], spec)


@pytest.mark.parametrize(
    "spec", [{"delivery": "helm"}, {"sizes": {}}, {"logicVersion": 0}, {"scaling": {"maxReplicas": 0}}, {"nats": []}]
)
def test_refuses(spec: dict[str, object]) -> None:
    assert not jsonschema_rs.is_valid(schema()["properties"]["spec"], spec)
