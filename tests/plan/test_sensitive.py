"""No credential is in a plan, neither the old one nor the new one."""

import pytest

from function.base.manifest import Json
from function.plan.difference import Change
from function.plan.sensitive import HIDDEN, without_credentials

KEY = "ghp_0123456789abcdefghijABCDEFGHIJ012345"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("spec.containers[main].env[DB_PASSWORD].value", "canary"),
        ("spec.containers[main].env[DB_PASSWORD]", {"name": "DB_PASSWORD", "value": "canary"}),
        ("spec.containers[main].env", [{"name": "DB_PASSWORD", "value": "canary"}]),
        ("spec.containers[main].args[0]", "--password=canary"),
        ("spec.containers[main].args", ["--verbose", "--password=canary"]),
        ("spec.password", "canary"),
        ("data[db.password]", "canary"),
        ("spec.url", "nats://user:canary@nats:4222"),
        ("metadata.annotations[example.org/note]", KEY),
        ("spec.containers[side]", {"name": "side", "env": [{"name": "TOKEN", "value": "canary"}]}),
    ],
)
def test_a_credential_is_hidden_on_both_sides(path: str, value: Json) -> None:
    for change in (Change(path, value, None), Change(path, None, value), Change(path, value, value)):
        shown = without_credentials(change)
        assert HIDDEN in str(shown)
        assert "canary" not in str(shown)
        assert KEY not in str(shown)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("spec.image", "ghcr.io/example/orders:1.2.3"),
        ("spec.containers[main].env[LOG_LEVEL].value", "debug"),
        ("spec.containers[main].env[DB_PASSWORD].valueFrom.secretKeyRef.name", "db"),
        ("spec.containers[main].envFrom[0].secretRef.name", "database"),
        ("spec.replicas", 3),
        ("spec.password", None),
        ("spec", {"a": [True, {"b": "c"}]}),
    ],
)
def test_anything_else_is_shown(path: str, value: Json) -> None:
    assert without_credentials(Change(path, value, None)) == Change(path, value, None)
