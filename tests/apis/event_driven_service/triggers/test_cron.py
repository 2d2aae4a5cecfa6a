from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.cron import Model
from function.base.manifest import Json
from tests.plug_ins.cases import Cases

HOURS: dict[str, Json] = {
    "type": "cron",
    "timezone": "Europe/Berlin",
    "start": "0 8 * * 1-5",
    "end": "*/5 18 * * *",
    "desiredReplicas": 3,
}
CASES = Cases(
    whole=HOURS,
    changes={
        "timezone": "UTC",
        "start": "0 7 * * *",
        "end": "0 19 * * *",
        "desiredReplicas": 5,
        "name": "other",
    },
    refused=[
        *((field, None) for field in ("timezone", "start", "end", "desiredReplicas")),
        ("start", "8:00"),
        ("start", "0 8 * *"),
        ("start", "0 8 * * * *"),
        ("end", "0  18 * * *"),
        ("end", " 0 18 * * *"),
        ("end", "@daily"),
        ("end", ""),
        ("timezone", ""),
        ("desiredReplicas", 0),
        ("desiredReplicas", "3"),
    ],
)


def test_the_trigger() -> None:
    assert Model.model_validate(HOURS).keda(NatsSource(endpoint="nats:8222", account="$G", lag_threshold=5)) == {
        "type": "cron",
        "metadata": {
            "timezone": "Europe/Berlin",
            "start": "0 8 * * 1-5",
            "end": "*/5 18 * * *",
            "desiredReplicas": "3",
        },
    }
