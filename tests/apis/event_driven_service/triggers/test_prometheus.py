from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.prometheus import Model
from function.base.manifest import Json
from tests.documents import worker, xr
from tests.plug_ins.cases import Cases
from tests.support import outcome

QUERY: dict[str, Json] = {
    "type": "prometheus",
    "serverAddress": "http://prometheus.monitoring.svc:9090/prom",
    "query": 'sum(rate(http_requests_total{service="orders"}[2m]))',
    "threshold": "100",
}
CASES = Cases(
    whole=QUERY,
    changes={
        "serverAddress": "https://other",
        "query": "down",
        "threshold": "7",
        "activationThreshold": "2",
        "name": "other",
    },
    refused=[
        ("serverAddress", None),
        ("serverAddress", "prometheus:9090"),
        ("serverAddress", "http://"),
        ("serverAddress", "http://user:CANARY@prometheus"),
        ("query", None),
        ("query", ""),
        ("threshold", 100),
        ("threshold", "many"),
        ("threshold", "-1"),
        ("threshold", "1e3"),
        ("threshold", "1\n"),
        ("activationThreshold", ""),
    ],
)
SOURCE = NatsSource(endpoint="nats:8222", account="$G", lag_threshold=5)


def test_the_trigger() -> None:
    assert Model.model_validate(QUERY).keda(SOURCE) == {
        "type": "prometheus",
        "metadata": {key: value for key, value in QUERY.items() if key != "type"},
    }


def test_above_what_it_wakes_a_service() -> None:
    made = Model.model_validate({**QUERY, "activationThreshold": "0.5", "name": "rate"}).keda(SOURCE)
    assert made["name"] == "rate"
    assert made["metadata"] == {
        **{key: value for key, value in QUERY.items() if key != "type"},
        "activationThreshold": "0.5",
    }


def test_credentials_in_the_address_are_not_repeated() -> None:
    trigger: Json = {**QUERY, "serverAddress": "http://user:CANARY@prometheus", "query": 7}
    answer = outcome(xr(worker(scaling={"triggers": [trigger]})))
    assert len(answer.problems) == 2
    assert "CANARY" not in repr(answer)
