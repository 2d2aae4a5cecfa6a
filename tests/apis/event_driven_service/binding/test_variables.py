import json

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from tests.bound import CUSTOMERS, KAFKA, LOOKUPS, STREAMS, document, rendered, service, variable
from tests.support import look

ENV = "spec.forProvider.manifest.spec.template.spec.containers.0.env"
EDITED = "Hint: revert the change to the ConfigMap, or delete it; the binding then recreates it"


def env(*variables: Json, streams: Json = STREAMS, lookups: Json = LOOKUPS) -> Json:
    answer = rendered(service(*variables, trigger={"stream": "orders"}), document(streams, lookups))
    assert answer.fatal is None, answer.fatal
    return look(answer.resources["deployment"].manifest, ENV)


def refusal(*variables: Json, streams: Json = STREAMS, lookups: Json = LOOKUPS) -> str | None:
    return rendered(service(*variables), document(streams, lookups)).fatal


def test_variables_are_in_the_order_of_the_claim() -> None:
    assert env(
        variable("URI", lookup="customers", field="uri"),
        variable("BROKERS", stream="orders", field="brokers"),
        variable("COUNT", stream="orders", field="partitions"),
        variable("CACHED", lookup="customers", field="cache.enabled"),
        variable("HOSTS", lookup="customers", field="hosts"),
    ) == [
        {"name": "URI", "valueFrom": {"secretKeyRef": {"name": "databases", "key": "uri"}}},
        {"name": "BROKERS", "value": "broker:9092"},
        {"name": "COUNT", "value": "12"},
        {"name": "CACHED", "value": "true"},
        {"name": "HOSTS", "value": "a:1,b:2"},
    ]


def test_they_come_between_those_of_the_platform_and_literal_ones() -> None:
    spec = service(variable(), httpPort=80, env=[{"name": "A", "value": ""}], secretRefs=[{"name": "s", "env": [KEY]}])
    found = look(rendered(spec, document()).resources["deployment"].manifest, ENV)
    assert isinstance(found, list)
    assert [entry["name"] for entry in found if isinstance(entry, dict)] == [
        *("NATS_URL", "NATS_STREAM_NAME", "NATS_CONSUMER_GROUP", "PORT", "S", "BROKERS", "A"),
    ]


KEY: Manifest = {"secretKey": "k", "envName": "S"}


def test_the_address_of_nats_may_come_from_the_binding() -> None:
    spec = service(variable("NATS_URL", stream="orders", field="brokers"))
    found = look(rendered(spec, document()).resources["deployment"].manifest, f"{ENV}.0")
    assert found == {"name": "NATS_URL", "value": "broker:9092"}


def test_a_text_of_the_document_refers_to_no_other_variable() -> None:
    streams = {"orders": {**KAFKA, "topic": "$(PASSWORD)-$$-$"}}
    (entry,) = env(variable("TOPIC", stream="orders", field="topic"), streams=streams)  # type: ignore[misc]  # one entry
    assert entry == {"name": "TOPIC", "value": "$$(PASSWORD)-$$$$-$$"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("brokrs", "stream 'orders' has no such field; got 'brokrs'. Hint: did you mean 'brokers'?"),
        (
            "zzz",
            (
                "stream 'orders' has no such field; got 'zzz'. Hint: use one of [brokers, partitions, "
                "properties.sasl.password, scaling.trigger.metadata.bootstrapServers, "
                "scaling.trigger.metadata.consumerGroup, scaling.trigger.metadata.topic, scaling.trigger.type, topic, "
                "type]"
            ),
        ),
        ("properties", "must be a single value; got an object. Hint: use one of [properties.sasl.password]"),
        ("scaling.authentication.secretTargetRef", "must be a single value; got a list. Hint: choose another field"),
    ],
)
def test_a_field_that_is_no_value_is_refused(field: str, text: str) -> None:
    assert refusal(variable("A", stream="orders", field=field)) == f"spec.bindingRef.env[0].field: {text}"


def test_a_secret_in_a_variable_of_the_application_is_refused() -> None:
    assert refusal(variable("A", lookup="customers", field="auth.password")) == (
        "spec.bindingRef.env[0].field: the application reads this from the variable 'CUSTOMERS_PASSWORD', which the "
        "binding does not set. Hint: set that variable in spec.env or spec.secretRefs, and remove this entry"
    )


@pytest.mark.parametrize(
    "reference", [{}, 1, "text", {"name": "a"}, {"name": "A B", "key": "k"}, {"name": "a", "key": "k", "x": 1}]
)
def test_a_broken_reference_is_refused(reference: Json) -> None:
    lookups = {"customers": {"uri": {"secretKeyRef": reference}}}
    assert refusal(variable("A", lookup="customers", field="uri"), lookups=lookups) == (
        "spec.bindingRef.name: ConfigMap 'payments-binding' has an invalid reference at lookups.customers.uri. "
        + EDITED
    )


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 20_000])
def test_a_text_that_no_variable_can_have_is_refused(text: str) -> None:
    lookups = {"customers": {"uri": text}}
    assert refusal(variable("A", lookup="customers", field="uri"), lookups=lookups) == (
        "spec.bindingRef.name: ConfigMap 'payments-binding' has text at lookups.customers.uri that cannot be a "
        "variable. " + EDITED
    )


@pytest.mark.parametrize(
    ("field", "content"),
    [
        ("auth.password", {"auth": {"password": "canary-hunter2"}}),
        ("uri", {"uri": "mongodb://app:canary-hunter2@db:27017"}),
    ],
)
def test_a_plaintext_credential_is_refused_without_its_value(field: str, content: Manifest) -> None:
    text = refusal(variable("A", lookup="customers", field=field), lookups={"customers": content})
    assert text == (
        "spec.bindingRef.name: ConfigMap 'payments-binding' has a credential in plaintext at "
        f"lookups.customers.{field}. {EDITED}"
    )


def test_every_mistake_is_reported() -> None:
    text = refusal(
        variable("A", stream="nowhere", field="a"),
        variable("B", lookup="customers", field="nothing"),
        variable("C", stream="orders", field="brokers"),
    )
    assert [line.partition(":")[0] for line in str(text).splitlines()] == [
        "spec.bindingRef.env[0].stream",
        "spec.bindingRef.env[1].field",
    ]


def test_logical_names_of_streams_and_lookups_are_separate() -> None:
    assert "the lookups of binding" in str(refusal(variable("A", lookup="orders", field="brokers")))
    assert CUSTOMERS["type"] == "mongodb"


LOGIN: Json = {"secretKeyRef": {"name": "postgresql-app", "key": "password"}}
DATABASE: Manifest = {"type": "postgresql", "client": {"host": "postgresql", "port": "5432", "password": LOGIN}}


def served(*variables: Json, services: str = json.dumps({"postgresql": DATABASE})) -> Outcome:
    found = document()
    whole: Manifest = {**found, "data": {**mapping_at(found, "data"), "services.yaml": services}}
    return rendered(service(*variables), whole)


def test_a_service_of_the_binding_gives_its_address_and_its_secret() -> None:
    host, password = (
        variable(name, service="postgresql", field=f"client.{name.lower()}") for name in ("HOST", "PASSWORD")
    )
    found = look(served(host, password).resources["deployment"].manifest, ENV)
    assert isinstance(found, list)
    assert [entry for entry in found if isinstance(entry, dict) and entry["name"] in ("HOST", "PASSWORD")] == [
        {"name": "HOST", "value": "postgresql"},
        {"name": "PASSWORD", "valueFrom": LOGIN},
    ]


@pytest.mark.parametrize(
    ("name", "services", "message"),
    [
        ("postgres", json.dumps({"postgresql": DATABASE}), "did you mean 'postgresql'?"),
        ("redis", "{}", "binding 'payments' has no services"),
        ("redis", "CANARY", "does not contain valid JSON in services.yaml"),
    ],
)
def test_a_service_that_the_binding_does_not_have_is_refused(name: str, services: str, message: str) -> None:
    assert message in str(served(variable("A", service=name, field="client.host"), services=services).fatal)


def test_a_mistake_in_services_stops_nobody_who_uses_none() -> None:
    assert served(variable("A", stream="orders", field="brokers"), services="CANARY").fatal is None
