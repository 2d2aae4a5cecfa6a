import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bound import service, variable
from tests.documents import worker, xr
from tests.support import assert_rejects

UNIQUE = (
    "names of environment variables must be unique, but spec.env, spec.secretRefs or spec.configMapRefs sets the same "
    "name; got A. Hint: remove one of them"
)
RESERVED = "NATS_URL, NATS_STREAM_NAME, NATS_CONSUMER_GROUP and PORT are set from spec.nats and spec.httpPort; got {}."
NOTHING = (
    "a service without nats requires bindingRef.trigger or scaling.triggers. "
    "Hint: name the stream to scale on, or set scaling.enabled: false"
)
TWO = (
    "nats and bindingRef.trigger are mutually exclusive. "
    "Hint: remove one of them; further triggers belong in scaling.triggers"
)


def accepted(spec: Manifest) -> bool:
    return not errors(check(xr(spec), {}))


def without_nats(**fields: Json) -> Manifest:
    spec = service(variable("A"), **fields)
    del spec["nats"]
    return spec


def test_a_service_without_both_misses_nats() -> None:
    assert_rejects({"image": "a/b:1"}, "spec.nats", "a service requires nats or bindingRef")


def test_one_source_decides_the_number_of_replicas() -> None:
    assert_rejects({**worker(), **service(trigger={"stream": "a"})}, "spec.bindingRef.trigger", TWO)
    assert accepted(service(trigger={"stream": "a"}))
    assert accepted(service(variable("A")))


def test_a_service_scales_on_something() -> None:
    assert_rejects(without_nats(), "spec.bindingRef", NOTHING)
    assert_rejects(without_nats(scaling={"enabled": True, "triggers": []}), "spec.bindingRef", NOTHING)
    assert accepted(without_nats(scaling={"enabled": False}))
    assert accepted(without_nats(scaling={"triggers": [{"type": "cpu", "utilization": 80}]}))


@pytest.mark.parametrize(
    "fields",
    [
        {"env": [{"name": "A", "value": ""}]},
        {"secretRefs": [{"name": "s", "env": [{"secretKey": "k", "envName": "A"}]}]},
        {"configMapRefs": [{"name": "c", "env": [{"configMapKey": "k", "envName": "A"}]}]},
    ],
)
def test_a_name_is_set_once(fields: dict[str, Json]) -> None:
    assert_rejects(service(variable("B"), variable("A"), **fields), "spec.bindingRef.env", UNIQUE)
    assert accepted(service(variable("B"), **fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("NATS_STREAM_NAME", {}),
        ("NATS_CONSUMER_GROUP", {}),
        ("NATS_URL", {"nats": {"stream": "A", "consumer": "b", "url": "nats://a:4222"}}),
        ("PORT", {"httpPort": 80}),
    ],
)
def test_names_of_the_platform_are_reserved(name: str, fields: dict[str, Json]) -> None:
    message = f"{RESERVED.format(name)} Hint: choose other names"
    assert_rejects(service(variable(name), **fields), "spec.bindingRef.env", message)


@pytest.mark.parametrize("name", ["NATS_URL", "PORT", "PATH"])
def test_other_names_are_free(name: str) -> None:
    assert accepted(service(variable(name)))
