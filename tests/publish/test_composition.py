from pathlib import Path
from typing import Any

import pytest
import yaml

from function.apis.registry import APIS
from function.base.identity import Scope
from function.platform.config import PlatformConfig
from function.publish.composition import composition
from function.publish.own import SCOPES
from tests.documents import platform

ROOT = Path(__file__).parents[2]
API = APIS["EventDrivenService"]


def settings_of(made: Any) -> Any:
    return made["spec"]["pipeline"][0]["input"]["spec"]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("kind", APIS)
def test_the_shipped_compositions_are_these(kind: str, scope: Scope) -> None:
    shipped = yaml.safe_load((ROOT / "compositions" / f"{APIS[kind].folder}-{scope}.yaml").read_text())
    assert composition(APIS[kind], scope, PlatformConfig(), {}) == shipped


def test_the_settings_are_the_input() -> None:
    own = platform(nats={"account": "A"}, settings={"name": "acme"})
    made = composition(API, "namespaced", PlatformConfig(), own, "acme-function")
    assert settings_of(made) == {"settings": {"name": "acme"}, "delivery": "direct", "nats": {"account": "A"}}
    assert "acme-function" in str(made)


@pytest.mark.parametrize("delivery", ["direct", "object"])
def test_claims_are_delivered_by_objects(delivery: str) -> None:
    made = composition(API, "claims", PlatformConfig(), platform(delivery=delivery))
    assert settings_of(made)["delivery"] == "object"
    assert (
        settings_of(composition(API, "namespaced", PlatformConfig(), platform(delivery=delivery)))["delivery"]
        == delivery
    )
