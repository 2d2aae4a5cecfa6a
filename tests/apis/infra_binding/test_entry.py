from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.streams.kafka import Model
from tests.bindings import topic


def test_its_path_is_its_section_and_its_name() -> None:
    entry = Entry("streams", "auth_events", Model.model_validate(topic()), "auth", Made())
    assert entry.path == "streams.auth_events"
