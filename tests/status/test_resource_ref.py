import pytest
from pydantic import ValidationError

from function.base.manifest import Manifest
from function.status.resource_ref import ResourceRef

REF: Manifest = {"apiVersion": "v1", "kind": "Service", "name": "orders", "ready": False, "reason": "NotObserved"}


@pytest.mark.parametrize("part", REF)
def test_every_part_is_always_said(part: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        ResourceRef.model_validate({key: value for key, value in REF.items() if key != part})


@pytest.mark.parametrize(
    "odd", [{"uid": "x"}, {"namespace": "shop"}, {"api_version": "v1"}, {"ready": "True"}, {"ready": None}, {"name": 3}]
)
def test_what_the_xrd_does_not_declare_is_refused(odd: Manifest) -> None:
    with pytest.raises(ValidationError):
        ResourceRef.model_validate({**REF, **odd})


def test_it_is_written_as_it_is_read_in_the_order_of_a_manifest() -> None:
    written = ResourceRef.model_validate(REF).model_dump(by_alias=True)
    assert list(written.items()) == list(REF.items())
