import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.cron import Model
from function.base.manifest import Json

HOURS: dict[str, Json] = {
    "type": "cron",
    "timezone": "Europe/Berlin",
    "start": "0 8 * * 1-5",
    "end": "*/5 18 * * *",
    "desiredReplicas": 3,
}


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


@pytest.mark.parametrize(
    ("field", "value"),
    [
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
def test_what_is_refused(field: str, value: Json) -> None:
    with pytest.raises(ValidationError):
        Model.model_validate({**HOURS, field: value})
