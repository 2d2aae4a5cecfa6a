from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.sections.streams.kafka import Model
from tests.bindings import topic


def test_its_path_is_its_section_and_its_name() -> None:
    entry = Entry(section="streams", name="auth_events", member=Model.model_validate(topic()), physical="auth")
    assert entry.path == "streams.auth_events"
