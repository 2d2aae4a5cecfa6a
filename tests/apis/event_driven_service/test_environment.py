import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_rejects, assert_renders, look, manifests

MAIN = "deployment.spec.template.spec.containers.0"
INIT = "deployment.spec.template.spec.initContainers.0"
NATS: Json = [
    {"name": "NATS_URL", "value": "nats://nats.nats.svc:4222"},
    {"name": "NATS_STREAM_NAME", "value": "ORDERS"},
    {"name": "NATS_CONSUMER_GROUP", "value": "orders-worker"},
]


def secret(*names: str, **more: Json) -> Json:
    return {"name": "database", "env": [{"secretKey": name.lower(), "envName": name} for name in names], **more}


def settings(*names: str, **more: Json) -> Json:
    return {"name": "settings", "env": [{"configMapKey": name.lower(), "envName": name} for name in names], **more}


def from_secret(name: str, **more: Json) -> Json:
    return {"name": name, "valueFrom": {"secretKeyRef": {"name": "database", "key": name.lower(), **more}}}


def names(spec: dict[str, Json], container: str = MAIN) -> list[Json]:
    entries = look(manifests(spec), f"{container}.env")
    assert isinstance(entries, list)
    return [entry["name"] for entry in entries]


def test_without_more_there_are_the_three_of_nats() -> None:
    assert_renders(worker(), {f"{MAIN}.env": NATS, f"{MAIN}.envFrom": None})


def test_the_order_is_nats_port_config_maps_secrets_literals() -> None:
    spec = worker(
        env=[{"name": "Z", "value": "1"}, {"name": "A", "value": "$(PASSWORD)"}],
        secretRefs=[secret("PASSWORD", "USER")],
        configMapRefs=[settings("LEVEL")],
        httpPort=9000,
    )
    expected = ["NATS_URL", "NATS_STREAM_NAME", "NATS_CONSUMER_GROUP", "PORT", "LEVEL", "PASSWORD", "USER", "Z", "A"]
    assert names(spec) == expected


@pytest.mark.parametrize(
    ("nats", "config", "expected"),
    [
        ({}, {}, "nats://nats.nats.svc:4222"),
        ({}, {"url": "tls://platform:4222"}, "tls://platform:4222"),
        ({"url": "nats://claim:4222"}, {"url": "tls://platform:4222"}, "nats://claim:4222"),
    ],
)
def test_the_url_is_the_claims_else_the_platforms(nats: dict[str, Json], config: Json, expected: str) -> None:
    spec = worker(nats={"stream": "ORDERS", "consumer": "orders-worker", **nats})
    assert_renders(spec, {f"{MAIN}.env.0": {"name": "NATS_URL", "value": expected}}, platform(nats=config))


def test_nats_url_may_come_from_a_secret_and_stays_first() -> None:
    spec = worker(secretRefs=[secret("PASSWORD", "NATS_URL")])
    assert_renders(spec, {f"{MAIN}.env.0": from_secret("NATS_URL")})
    assert names(spec) == ["NATS_URL", "NATS_STREAM_NAME", "NATS_CONSUMER_GROUP", "PASSWORD"]


def test_port_is_set_only_where_the_claim_gives_one() -> None:
    assert_renders(worker(httpPort=9000), {f"{MAIN}.env.3": {"name": "PORT", "value": "9000"}})
    assert "PORT" not in names(worker())
    # without httpPort the name is free
    assert_renders(worker(env=[{"name": "PORT", "value": "7"}]), {f"{MAIN}.env.3": {"name": "PORT", "value": "7"}})


@pytest.mark.parametrize(
    ("of_the_key", "of_the_reference", "expected"),
    [
        ({}, {}, {}),
        ({}, {"optional": True}, {"optional": True}),
        ({"optional": True}, {}, {"optional": True}),
        ({"optional": False}, {"optional": True}, {}),
    ],
)
def test_optional_only_where_asked(
    of_the_key: dict[str, Json], of_the_reference: dict[str, Json], expected: dict[str, Json]
) -> None:
    ref: Json = {
        "name": "database",
        "env": [{"secretKey": "password", "envName": "PASSWORD", **of_the_key}],
        **of_the_reference,
    }
    assert_renders(worker(secretRefs=[ref]), {f"{MAIN}.env.3": from_secret("PASSWORD", **expected)})


@pytest.mark.parametrize("count", [0, 1, 7, 20])
def test_as_many_references_as_given_in_their_order(count: int) -> None:
    refs: Json = [{"name": f"secret-{position:02}", "envFrom": True} for position in range(count)]
    expected = [{"secretRef": {"name": f"secret-{position:02}"}} for position in range(count)]
    assert_renders(worker(secretRefs=refs), {f"{MAIN}.envFrom": expected or None})


def test_whole_secrets_follow_whole_config_maps_and_so_win() -> None:
    spec = worker(
        secretRefs=[{"name": "a", "envFrom": True, "prefix": "A_"}, secret("PASSWORD", envFrom=True, optional=True)],
        configMapRefs=[settings("LEVEL"), {"name": "flags", "envFrom": True}],
    )
    expected: Json = [
        {"configMapRef": {"name": "flags"}},
        {"prefix": "A_", "secretRef": {"name": "a"}},
        {"secretRef": {"name": "database", "optional": True}},
    ]
    assert_renders(spec, {f"{MAIN}.envFrom": expected})


def test_the_init_container_has_the_same_and_its_own_win() -> None:
    spec = worker(
        env=[{"name": "MODE", "value": "serve"}, {"name": "LEVEL", "value": "info"}],
        secretRefs=[secret("PASSWORD", envFrom=True)],
        initContainer={
            "args": ["up"],
            "env": [{"name": "MODE", "value": "up"}, {"name": "NATS_URL", "value": "nats://x"}],
        },
    )
    assert names(spec, INIT) == names(spec)
    assert names(spec)[-2:] == ["MODE", "LEVEL"]
    assert_renders(
        spec,
        {
            f"{INIT}.env.4": {"name": "MODE", "value": "up"},
            f"{INIT}.env.0": {"name": "NATS_URL", "value": "nats://x"},
            f"{INIT}.envFrom": [{"secretRef": {"name": "database"}}],
            f"{MAIN}.env.0.value": "nats://nats.nats.svc:4222",
        },
    )


def test_what_refers_to_an_overridden_variable_still_comes_after_it() -> None:
    spec = worker(
        env=[{"name": "PGUSER", "value": "app"}, {"name": "DATABASE_URL", "value": "postgres://$(PGUSER)@db"}],
        initContainer={
            "args": ["up"],
            "env": [{"name": "STEP", "value": "$(PGUSER)"}, {"name": "PGUSER", "value": "admin"}],
        },
    )
    assert names(spec, INIT)[3:] == ["PGUSER", "DATABASE_URL", "STEP"]
    assert_renders(spec, {f"{INIT}.env.3.value": "admin", f"{MAIN}.env.3.value": "app"})


def test_values_are_passed_on_as_they_are() -> None:
    value = 'größe: "1"\n\t$(X) ${Y} 東京'
    assert_renders(worker(env=[{"name": "A", "value": value}]), {f"{MAIN}.env.3.value": value})


def test_a_number_is_no_value_and_is_not_repeated() -> None:
    spec = worker(env=[{"name": "PIN", "value": 8080}])
    assert_rejects(
        spec, "spec.env[0].value", "must be a string. Hint: put the value in quotes, or YAML reads it as another type"
    )
