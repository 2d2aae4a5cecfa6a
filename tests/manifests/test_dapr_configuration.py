import pytest

from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.dapr_configuration import manifest
from tests.schemas import violations


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ({"metric": {"enabled": True}, "tracing": None}, {"metric": {"enabled": True}}),
        ({"metric": None}, {}),
    ],
)
def test_what_is_not_set_is_left_out(spec: dict[str, Json], expected: Json) -> None:
    made = manifest(Meta("payments", "shop"), name="payments.dapr", spec=spec)
    assert violations(made) == []
    assert made["spec"] == expected
