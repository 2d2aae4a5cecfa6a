from function.apis.infra_binding.connections.markdown import markdown
from function.apis.infra_binding.resolve import prepare
from function.base.manifest import Json
from tests.bindings import PAYMENTS, config, model, topic
from tests.connections import SECRETS, section
from tests.dapr import REDIS

HEADING = "Validation Status"


def test_it_claims_nothing_that_the_function_did_not_check() -> None:
    found = section(HEADING)
    assert "- **Connections**: the function connects to no server" in found
    assert "- **Values of secrets**: the function reads no Secret" in found
    assert "✅" not in found


def test_the_number_of_objects() -> None:
    assert "The binding has 1 object." in section(HEADING)
    assert "The binding has 2 objects." in section(HEADING, dapr={"components": {"store": REDIS}})


def test_what_has_no_object_and_why() -> None:
    assert "| `secrets.db` | an existing Secret is used; it must exist |" in section(HEADING, secrets=SECRETS)


def test_what_is_not_used_as_written() -> None:
    metadata: Json = {"redisHost": "redis:6379", "maxRetries": 3}
    found = section(HEADING, dapr={"components": {"store": {**REDIS, "metadata": metadata}}})
    assert "| `dapr.components.store.metadata.maxRetries` | the component gets redisMaxRetries" in found


def test_a_preflight_checks_connections() -> None:
    binding = model(streams={"a": topic()}, preflight={"checks": ["connectivity"]})
    found = markdown(prepare(binding, PAYMENTS, config()))
    assert "- **Connections**: Job `shop/payments" in found
    assert "the function connects to no server" not in found
