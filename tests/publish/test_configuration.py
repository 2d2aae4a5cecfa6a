from pathlib import Path

import pytest
import yaml

from function.base.identity import Scope
from function.publish.configuration import Packages, configuration
from function.publish.own import SCOPES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("scope", SCOPES)
def test_the_shipped_configurations_are_these(scope: Scope) -> None:
    shipped = yaml.safe_load((ROOT / "package" / "configurations" / scope / "crossplane.yaml").read_text())
    assert configuration(f"event-platform-{scope}", "EventDrivenService and InfraBinding", scope, Packages()) == shipped


@pytest.mark.parametrize(
    ("repository", "name"),
    [
        ("ghcr.io/bizmatters/function-event-platform", "bizmatters-function-event-platform"),
        ("127.0.0.1:5000/a/b/c", "a-b-c"),
        ("registry.example.org/function", "function"),
    ],
)
def test_the_function_is_named_after_its_repository(repository: str, name: str) -> None:
    assert Packages(function=repository).function_name == name
