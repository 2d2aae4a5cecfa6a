from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.nats_jetstream import Model, metadata
from function.base.manifest import Json
from tests.plug_ins.cases import Cases

SOURCE = NatsSource(endpoint="nats:8222", account="SHOP", lag_threshold=5)
OVER_TLS = NatsSource(endpoint="nats:8222", account="SHOP", lag_threshold=5, https=True)
RETURNS: dict[str, Json] = {"type": "nats-jetstream", "stream": "RETURNS", "consumer": "returns-worker"}
CASES = Cases(
    whole=RETURNS,
    changes={
        "stream": "OTHER",
        "consumer": "other",
        "account": "RETURNS",
        "monitoringEndpoint": "other:8222",
        "lagThreshold": 50,
        "activationLagThreshold": 7,
        "name": "other",
    },
    refused=[
        ("stream", None),
        ("consumer", None),
        ("stream", ""),
        ("stream", "a.b"),
        ("consumer", "a b"),
        ("monitoringEndpoint", "http://nats:8222"),
        ("monitoringEndpoint", "u:p@nats:8222"),
        ("lagThreshold", 0),
        ("lagThreshold", "5"),
        ("activationLagThreshold", 0),
        ("url", "nats://h"),
    ],
)
KNOWN_TO_KEDA = {
    "natsServerMonitoringEndpoint",
    "account",
    "stream",
    "consumer",
    "lagThreshold",
    "activationLagThreshold",
    "useHttps",
}


def test_what_it_leaves_out_is_the_services() -> None:
    assert Model.model_validate(RETURNS).keda(SOURCE) == {
        "type": "nats-jetstream",
        "metadata": {
            "natsServerMonitoringEndpoint": "nats:8222",
            "account": "SHOP",
            "stream": "RETURNS",
            "consumer": "returns-worker",
            "lagThreshold": "5",
        },
    }


def test_what_it_says_wins() -> None:
    own: dict[str, Json] = {
        "name": "returns",
        "account": "OTHER",
        "monitoringEndpoint": "other:8222",
        "lagThreshold": 50,
        "activationLagThreshold": 7,
    }
    made = Model.model_validate(RETURNS | own).keda(OVER_TLS)
    assert made == {
        "type": "nats-jetstream",
        "name": "returns",
        "metadata": {
            "natsServerMonitoringEndpoint": "other:8222",
            "account": "OTHER",
            "stream": "RETURNS",
            "consumer": "returns-worker",
            "lagThreshold": "50",
            "activationLagThreshold": "7",
            "useHttps": "true",
        },
    }


def test_keda_knows_every_key_and_takes_texts_only() -> None:
    made = metadata(source=OVER_TLS, stream="S", consumer="c", activation_lag_threshold=0)
    assert set(made) == KNOWN_TO_KEDA
    assert {type(value) for value in made.values()} == {str}
    assert made["activationLagThreshold"] == "0"
