import pytest

from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.bindings import binding, composite, manifests, secret
from tests.documents import platform
from tests.leaves import leaf, leaves
from tests.support import assert_refused

SPEC = binding(secrets={"far": secret(namespace="other", key="k")})
CHANGES: dict[str, Json] = {"externalSecrets.serviceAccount": "reader", "externalSecrets.refreshInterval": "5m"}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    settings: Json = {place.partition(".")[2]: value}
    assert manifests(SPEC, platform(externalSecrets=settings)) != manifests(SPEC, platform())


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("externalSecrets.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("refreshInterval", "1d", "must be a duration of hours, minutes and seconds, such as 1h30m or 300s; got '1d'"),
        ("serviceAccount", "Reader", "must be lowercase letters, digits, dashes and dots; got 'Reader'"),
        ("account", "reader", "unknown field; did you mean 'serviceAccount'?"),
    ],
)
def test_settings_that_are_wrong(field: str, value: Json, message: str) -> None:
    settings = platform(externalSecrets={field: value})
    assert_refused(composite(SPEC), f"PlatformConfig.spec.externalSecrets.{field}: {message}", settings)
