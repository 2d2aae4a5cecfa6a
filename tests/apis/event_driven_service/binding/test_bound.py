from function.apis.event_driven_service.binding.bound import NOTHING, unread
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Manifest
from tests.bound import service, variable
from tests.documents import worker
from tests.support import assert_doubts


def parsed(spec: Manifest) -> EventDrivenService:
    return EventDrivenService.model_validate(spec)


def test_a_service_without_a_binding_gets_nothing() -> None:
    assert unread(parsed(worker())) is NOTHING


def test_before_the_document_is_read_only_the_names_are_known() -> None:
    found = unread(parsed(service(variable("A"), variable("B"), trigger={"stream": "orders"})))
    assert found.env == ({"name": "A"}, {"name": "B"})
    assert (found.trigger, found.authentication, found.absent) == (None, None, False)


def test_a_reference_to_such_a_variable_is_no_doubt() -> None:
    assert_doubts(service(variable("A"), args=["$(A)"]), code="EP336")
    assert_doubts(service(variable("A"), args=["$(B)"]), "spec.args[0]", code="EP336")
