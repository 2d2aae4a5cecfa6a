"""Each path leads to its name in the document."""

import pytest

from function.apis.event_driven_service.model.names import first_of, mapped_variables, variables
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.problems import Place
from tests.documents import worker
from tests.full import FULL

SPEC = EventDrivenService.model_validate(FULL)
EMPTY = EventDrivenService.model_validate(worker())


def test_variables_have_the_paths_of_their_names() -> None:
    assert variables(SPEC) == [("env[0].name", "MODE")]
    assert variables(SPEC.init_container) == [("env[0].name", "STEP")]


@pytest.mark.parametrize(
    ("field", "names"), [("secretRefs", ["DATABASE_URL", "QUEUE_TOKEN"]), ("configMapRefs", ["LEVEL", "BETA"])]
)
def test_mapped_variables_are_counted_in_their_reference(field: str, names: list[str]) -> None:
    expected = [(f"{field}[{position}].env[0].envName", name) for position, name in enumerate(names)]
    assert mapped_variables(field, SPEC) == expected


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
def test_where_nothing_is_mapped_there_is_nothing(field: str) -> None:
    assert mapped_variables(field, EMPTY) == variables(EMPTY) == []


@pytest.mark.parametrize(("names", "path"), [({"B"}, "2"), ({"A", "B"}, "1"), (["C", "B"], "2")])
def test_the_first_of_some_names_is_the_first_in_the_document(names: set[str] | list[str], path: str) -> None:
    assert first_of([("1", "A"), ("2", "B"), ("3", "B"), ("4", "C")], names) == Place(path)
