import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import binding, composite, manifests
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

SETTINGS: Manifest = {"gcp": {"project": "payments"}}
SPEC = binding(secrets={"db": {"provider": "gcp", "secret_id": "a", "keys": ["k"]}})
CHANGES: dict[str, Json] = {
    "gcp.project": "other",
    "gcp.clusterProject": "clusters",
    "gcp.clusterLocation": "europe-west1",
    "gcp.clusterName": "main",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert manifests(SPEC, platform(**replaced(SETTINGS, place, value))) != manifests(SPEC, platform(**SETTINGS))


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("gcp.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "serviceAccountKey",
            "CANARY",
            "unknown field. Hint: valid fields are clusterLocation, clusterName, clusterProject, project",
        ),
        ("project", "a/b", "must be the ID of a project: lowercase letters, digits and dashes; got 'a/b'"),
        ("clusterLocation", "EU", "must be a location such as europe-west1; got 'EU'"),
    ],
)
def test_settings_that_are_wrong(field: str, value: Json, message: str) -> None:
    settings = platform(**replaced(SETTINGS, f"gcp.{field}", value))
    assert_refused(composite(SPEC), f"PlatformConfig.spec.gcp.{field}: {message}", settings)
