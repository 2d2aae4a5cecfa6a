from function.base.manifest import Json
from tests.bound import document, rendered, service, variable
from tests.support import look

TRIGGERS = "spec.forProvider.manifest.spec.triggers"


def test_a_service_that_takes_only_variables_still_scales_on_nats() -> None:
    made = rendered(service(variable()), document()).resources
    assert look(made["scaledobject"].manifest, f"{TRIGGERS}.0.type") == "nats-jetstream"
    assert "triggerauthentication" not in made


def test_without_nats_there_may_be_only_the_triggers_of_the_claim() -> None:
    other: Json = {"type": "nats-jetstream", "stream": "A", "consumer": "b"}
    spec = {**service(variable()), "nats": None, "scaling": {"triggers": [other]}}
    made = rendered(spec, document()).resources
    found = look(made["scaledobject"].manifest, TRIGGERS)
    assert isinstance(found, list)
    assert [look(trigger, "metadata.stream") for trigger in found] == ["A"]


def test_the_scaler_names_its_authentication() -> None:
    made = rendered(service(trigger={"stream": "orders"}), document()).resources
    name = look(made["triggerauthentication"].manifest, "spec.forProvider.manifest.metadata.name")
    assert look(made["scaledobject"].manifest, f"{TRIGGERS}.0.authenticationRef.name") == name == "orders-scaler"
