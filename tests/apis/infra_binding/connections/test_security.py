from function.apis.infra_binding.connections.markdown import markdown
from function.apis.infra_binding.resolve import prepare
from function.base.manifest import Json
from tests.bindings import PAYMENTS, config, model, topic, vault
from tests.connections import SECRETS, section

HEADING = "Security Configuration"


def test_where_credentials_are() -> None:
    found = section(
        HEADING,
        secrets={**SECRETS, "kafka": vault(keys=["password"])},
        streams={"a": topic(properties={"sasl.password": "secret://kafka/password"})},
    )
    assert "| `secrets.db` | Secret `db-login` | - | must exist |" in found
    assert "| `secrets.env` | variables `DB_PW` | - | must exist |" in found
    kafka = "| `secrets.kafka` | Secret `payments.kafka` | `password` | ExternalSecret `shop/payments.kafka` |"
    assert kafka in found
    assert "kubectl describe secret -n shop db-login payments.kafka\n" in found


def test_an_empty_binding() -> None:
    found = section(HEADING)
    assert "The binding refers to no secrets." in found
    assert "The binding creates no NetworkPolicy, and names no server." in found
    assert "The binding sets no amounts: it creates no pods." in found


def test_what_a_policy_must_allow() -> None:
    assert "| Kafka | `main-kafka-bootstrap.kafka.svc:9093` |" in section(HEADING, streams={"a": topic()})


def test_limits() -> None:
    dapr = {"sidecar": {"requests": {"cpu": "100m"}, "limits": {"memory": "200Mi"}}}
    assert "| CPU `100m` | memory `200Mi` |" in section(HEADING, dapr=dapr)


def test_who_sets_the_limits_of_other_servers() -> None:
    text = "The binding does not create these servers, so whoever runs them sets their requests and limits:"
    assert f"{text} Kafka, `main-kafka-bootstrap.kafka.svc:9093`." in section(HEADING, streams={"a": topic()})
    assert text not in section(HEADING)


def test_a_policy_is_shown() -> None:
    policies: Json = {"applications": {"api": {"pod_labels": {"app": "api"}, "egress": []}}}
    settings = config(networkPolicy={"bindings": True})
    text = markdown(prepare(model(network_policies=policies), PAYMENTS, settings))
    found = text.partition("### Network Policies\n")[2].partition("\n### ")[0]
    assert "NetworkPolicy `shop/payments." in found
    assert 'podSelector: {"matchLabels": {"app": "api"}}\n' in found
    assert "The binding creates no NetworkPolicy" not in found
