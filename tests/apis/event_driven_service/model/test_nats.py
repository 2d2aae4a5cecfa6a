import pytest

from function.base.manifest import Json
from tests.documents import worker, xr
from tests.support import assert_refused, assert_rejects, outcome

NAME = "must be a NATS name: no spaces, control characters, dots, slashes or any of * > & = ? # % ; +; got "
URL = (
    "must be NATS addresses such as nats://host:4222, separated by commas, without credentials; "
    "map a Secret's key to NATS_URL if the address contains credentials"
)


def nats(**fields: Json) -> dict[str, Json]:
    return worker(nats={"stream": "ORDERS", "consumer": "orders-worker", **fields})


def test_a_missing_stream_in_the_words_that_are_contract() -> None:
    assert_refused(xr(nats(stream=None)), "spec.nats.stream: required field missing")


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"consumer": None}, "consumer", "required field missing"),
        ({"stream": ""}, "stream", NAME + "''"),
        ({"stream": "orders.new"}, "stream", NAME + "'orders.new'"),
        ({"stream": "orders new"}, "stream", NAME + "'orders new'"),
        ({"consumer": "orders.>"}, "consumer", NAME + "'orders.>'"),
        ({"consumer": "*"}, "consumer", NAME + "'*'"),
        (
            {"stream": 7},
            "stream",
            "must be a string; got 7. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        ({"stream": "S" * 256}, "stream", "must be at most 255 characters long"),
        ({"streams": "X"}, "streams", "unknown field; did you mean 'stream'?"),
        (
            {"account": True},
            "account",
            "must be a string; got true. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        ({"monitoringEndpoint": "nats"}, "monitoringEndpoint", "must be host:port"),
        ({"monitoringEndpoint": "http://nats:8222"}, "monitoringEndpoint", "must be host:port"),
        ({"url": "nats:4222"}, "url", URL),
        ({"url": ""}, "url", URL),
        ({"url": 4222}, "url", "must be a string. Hint: put the value in quotes, or YAML reads it as another type"),
    ],
)
def test_what_is_refused(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(nats(**fields), f"spec.nats.{path}", message)


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "nats://admin:CANARY@nats:4222"},
        {"url": "nats://CANARY@nats:4222"},
        {"url": "nats://a:4222,nats://u:CANARY@b:4222"},
        {"url": ["nats://u:CANARY@b:4222"]},
        {"url": {"CANARY": "x"}},
        {"monitoringEndpoint": "u:CANARY@nats:8222"},
    ],
)
def test_credentials_are_refused_and_never_repeated(fields: dict[str, Json]) -> None:
    answer = outcome(xr(nats(**fields)))
    assert len(answer.problems) == 1
    assert "CANARY" not in repr(answer)


SHAPE = "must be an object; got a string. Hint: write nats: {stream: ORDERS, consumer: ORDERS}"


def test_an_address_in_place_of_the_object_is_not_repeated() -> None:
    assert_rejects(worker(nats="nats://u:CANARY@h"), "spec.nats", SHAPE)
