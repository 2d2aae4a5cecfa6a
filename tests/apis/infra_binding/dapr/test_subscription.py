import pytest

from function.base.manifest import Json
from tests.dapr import KAFKA, REDIS, made, reported
from tests.documents import platform
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    in_l5=False,
    whole={
        "pubsub": "broker",
        "topic": "learning.events",
        "route": "/events/learning",
        "dead_letter_topic": "dead-letter.queue",
        "scopes": ["progress-agent"],
    },
    changes={
        "pubsub": "other",
        "topic": "other.events",
        "route": "/events/other",
        "dead_letter_topic": "other.queue",
        "scopes[0]": "triage-service",
    },
    refused=[
        *(("pubsub", None), ("pubsub", "a_b"), ("topic", None), ("topic", "a b"), ("topic", ""), ("route", None)),
        *(("route", "events"), ("route", "/a b"), ("dead_letter_topic", "*"), ("scopes", "progress-agent")),
        *(("scopes[0]", "Progress"), ("deadLetterTopic", "dead"), ("routes", {"default": "/"})),
    ],
)
EVENTS: Json = {"pubsub": "broker", "topic": "events", "route": "/events"}


def test_its_object_belongs_to_the_binding() -> None:
    found = made(components={"broker": KAFKA}, subscriptions={"learning_events": EVENTS})
    assert look(found["daprsubscription-learning_events"], "metadata.name") == "payments.learning-events"
    assert look(found["daprsubscription-learning_events"], "spec") == {
        "pubsubname": "broker",
        "topic": "events",
        "routes": {"default": "/events"},
    }


@pytest.mark.parametrize(
    ("components", "got"),
    [
        ({}, "'broker'"),
        ({"broker": REDIS}, "'broker'"),
        ({"brokers": KAFKA}, "'broker'; did you mean 'brokers'?"),
    ],
)
def test_only_a_message_broker_of_the_binding_has_topics(components: Json, got: str) -> None:
    message = "a subscription must name a message broker of spec.dapr.components"
    assert reported({}, components=components, subscriptions={"events": EVENTS}) == [
        f"spec.dapr.subscriptions.events.pubsub: {message}; got {got}"
    ]


def test_scopes_are_required_where_the_platform_asks_for_them() -> None:
    scoped: Json = {**KAFKA, "scopes": ["orders"]}
    settings = platform(policy={"dapr": {"requireScopes": True}})
    (found,) = reported({}, settings, components={"broker": scoped}, subscriptions={"events": EVENTS})
    assert found.startswith("spec.dapr.subscriptions.events.scopes: required by PlatformConfig.spec.policy.dapr.")
