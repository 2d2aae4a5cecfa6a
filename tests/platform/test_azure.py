import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import binding, composite, manifests
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

SETTINGS: Manifest = {"azure": {"vaultUrl": "https://a.vault.azure.net"}}
SPEC = binding(secrets={"db": {"provider": "azure", "secret_name": "a", "keys": ["k"]}})
CHANGES: dict[str, Json] = {
    "azure.vaultUrl": "https://b.vault.azure.net",
    "azure.tenantId": "123e4567-e89b-12d3-a456-426614174000",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert manifests(SPEC, platform(**replaced(SETTINGS, place, value))) != manifests(SPEC, platform(**SETTINGS))


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("azure.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("clientSecret", "CANARY", "unknown field. Hint: valid fields are tenantId, vaultUrl"),
        (
            "vaultUrl",
            "http://a.vault.azure.net",
            "must be an https address without credentials, query or '..': a token is sent there",
        ),
        ("tenantId", "payments", "must be the UUID of a tenant in lowercase; got 'payments'"),
    ],
)
def test_settings_that_are_wrong(field: str, value: Json, message: str) -> None:
    settings = platform(**replaced(SETTINGS, f"azure.{field}", value))
    assert_refused(composite(SPEC), f"PlatformConfig.spec.azure.{field}: {message}", settings)
