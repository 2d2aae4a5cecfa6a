import pytest

from function.delivery.resource import Resource
from function.readiness import DEFAULT


def test_a_resource_is_ready_once_it_exists_and_goes_with_its_claim_by_default() -> None:
    resource = Resource("service", {"kind": "Service"})
    assert resource.readiness is DEFAULT
    assert not resource.keep


def test_its_key_never_changes() -> None:
    resource = Resource("service", {"kind": "Service"})
    with pytest.raises(AttributeError):
        resource.key = "other"  # type: ignore[misc] # that it is refused is what is tested
