import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import binding, composite, manifests, vault
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

SETTINGS: Manifest = {"vault": {"address": "https://vault.example.org", "role": "reader"}}
SPEC = binding(secrets={"db": vault(keys=["password"])})
CHANGES: dict[str, Json] = {
    "vault.address": "https://other.example.org",
    "vault.namespace": "team",
    "vault.mountPath": "other",
    "vault.role": "other",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert manifests(SPEC, platform(**replaced(SETTINGS, place, value))) != manifests(SPEC, platform(**SETTINGS))


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("vault.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("token", "CANARY", "unknown field. Hint: valid fields are address, mountPath, namespace, role"),
        ("role", "a b", "must be letters, digits, '-', '_', '.' and '/', without '..'; got 'a b'"),
        ("address", "vault:8200", "must be an https address without credentials, query or '..': a token is sent there"),
    ],
)
def test_settings_that_are_wrong(field: str, value: Json, message: str) -> None:
    settings = platform(**replaced(SETTINGS, f"vault.{field}", value))
    assert_refused(composite(SPEC), f"PlatformConfig.spec.vault.{field}: {message}", settings)
