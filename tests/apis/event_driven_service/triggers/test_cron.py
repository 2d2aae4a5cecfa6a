import pytest

from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.cron import Model
from function.base.manifest import Json
from tests.documents import worker
from tests.plug_ins.cases import Cases
from tests.support import assert_rejects, assert_renders

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
        *(
            ("start", wrong)
            for wrong in (
                "60 8 * * *",
                "0 24 * * *",
                "0 8 0 * *",
                "0 8 32 * *",
                "0 8 * 13 *",
                "0 8 * * 7",
                "0 8 * * someday",
                "-1 8 * * *",
                "*/0 8 * * *",
                "0 8-25 * * *",
                "0,60 8 * * *",
                "0 8 * * 1-",
            )
        ),
        ("end", "0 8 * * 1-5"),
        ("timezone", ""),
        ("timezone", "Europe/Berlin "),
        ("timezone", "../etc/passwd"),
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


def scheduled(**fields: Json) -> dict[str, Json]:
    return worker(scaling={"triggers": [{**HOURS, **fields}]})


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Berln", "unknown time zone 'Europe/Berln'; did you mean 'Europe/Berlin'?"),
        ("europe/berlin", "unknown time zone 'europe/berlin'; did you mean 'Europe/Berlin'?"),
        ("Mars/Olympus_Mons", "unknown time zone 'Mars/Olympus_Mons'"),
        ("Local", "unknown time zone 'Local'"),
    ],
)
def test_an_unknown_time_zone(zone: str, words: str) -> None:
    assert_rejects(scheduled(timezone=zone), "spec.scaling.triggers[0].timezone", words)


@pytest.mark.parametrize("zone", ["UTC", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT"])
def test_time_zones_of_all_spellings(zone: str) -> None:
    assert_renders(scheduled(timezone=zone), {"scaledobject.spec.triggers.1.metadata.timezone": zone})


@pytest.mark.parametrize(
    "cron", ["*/15 0-23/2 1,15 JAN-mar MON-FRI", "59 23 31 12 6", "? * ? * sun", "0 08 * * *", "5/10 8 * * *"]
)
def test_cron_expressions_of_all_spellings(cron: str) -> None:
    assert_renders(scheduled(start=cron), {"scaledobject.spec.triggers.1.metadata.start": cron})


@pytest.mark.parametrize(
    ("cron", "got"), [("0 18-8 * * *", "18-8"), ("0 8 * * fri-mon", "fri-mon"), ("0 8 * DEC-JAN *", "dec-jan")]
)
def test_a_range_that_ends_before_it_starts(cron: str, got: str) -> None:
    words = f"a range must not end before it starts; got '{got}'"
    assert_rejects(scheduled(end=cron), "spec.scaling.triggers[0].end", words)
