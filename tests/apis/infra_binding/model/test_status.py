import pytest
from pydantic import ValidationError

from function.apis.infra_binding.model.status import COLUMNS, InfraBindingStatus
from function.base.manifest import Manifest

ENTRY: Manifest = {"name": "streams.a", "managed": True, "physical": "orders"}


def test_a_status_may_be_empty() -> None:
    assert InfraBindingStatus.model_validate({}).model_dump(exclude_none=True) == {}


@pytest.mark.parametrize(
    "status",
    [{"odd": 1}, {"phase": "Running"}, {"document": 1}, {"bindings": {}}, {"bindings": [{**ENTRY, "value": "x"}]}],
)
def test_what_the_xrd_would_not_declare_is_refused(status: Manifest) -> None:
    with pytest.raises(ValidationError):
        InfraBindingStatus.model_validate(status)


@pytest.mark.parametrize("part", ["name", "managed", "physical"])
def test_an_entry_is_complete(part: str) -> None:
    with pytest.raises(ValidationError):
        InfraBindingStatus.model_validate({"bindings": [{key: ENTRY[key] for key in ENTRY if key != part}]})


def test_the_columns_fit_beside_those_of_kubectl() -> None:
    assert len([column for column in COLUMNS if column.priority == 0]) <= 5
