import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.model.status import COLUMNS, EventDrivenServiceStatus
from function.base.manifest import Manifest

REF: Manifest = {"apiVersion": "v1", "kind": "Service", "name": "orders", "ready": True, "reason": "Ready"}


def test_a_status_may_be_empty() -> None:
    assert EventDrivenServiceStatus.model_validate({}).model_dump(exclude_none=True) == {}


@pytest.mark.parametrize(
    "status", [{"odd": 1}, {"phase": "Dead"}, {"resourceRefs": [{**REF, "uid": "x"}]}, {"message": 1}]
)
def test_what_the_xrd_would_not_declare_is_refused(status: Manifest) -> None:
    """One undeclared field, and the API server drops it; one of a wrong type, and it refuses the whole status."""
    with pytest.raises(ValidationError):
        EventDrivenServiceStatus.model_validate(status)


@pytest.mark.parametrize("part", ["apiVersion", "kind", "name", "ready", "reason"])
def test_a_reference_is_complete(part: str) -> None:
    with pytest.raises(ValidationError):
        EventDrivenServiceStatus.model_validate({"resourceRefs": [{key: REF[key] for key in REF if key != part}]})


def test_nothing_in_the_status_is_a_time() -> None:
    """What churns would wake every watcher at each reconcile."""
    names = [name for name in EventDrivenServiceStatus.model_fields if "time" in name or "last" in name]
    assert names == []


def test_the_columns_fit_beside_those_of_kubectl() -> None:
    assert len([column for column in COLUMNS if column.priority == 0]) <= 5
