import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import binding, composite, manifests
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

SETTINGS: Manifest = {"aws": {"region": "us-east-1"}}
SPEC = binding(secrets={"db": {"provider": "aws_secrets_manager", "secret_id": "a", "keys": ["k"]}})
CHANGES: dict[str, Json] = {
    "aws.region": "eu-west-1",
    "aws.role": "arn:aws:iam::123456789012:role/reader",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert manifests(SPEC, platform(**replaced(SETTINGS, place, value))) != manifests(SPEC, platform(**SETTINGS))


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("aws.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("accessKeyId", "CANARY", "unknown field. Hint: valid fields are region, role"),
        ("region", "eu", "must be an AWS region such as us-east-1; got 'eu'"),
        ("role", "reader", "must be the ARN of an IAM role; got 'reader'"),
    ],
)
def test_settings_that_are_wrong(field: str, value: Json, message: str) -> None:
    settings = platform(**replaced(SETTINGS, f"aws.{field}", value))
    assert_refused(composite(SPEC), f"PlatformConfig.spec.aws.{field}: {message}", settings)
