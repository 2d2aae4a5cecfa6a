import pytest

from function.apis.infra_binding.redis.conversion import CONVERT
from function.apis.infra_binding.sections.services.redis import Model
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.meta import Meta
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from function.readiness import DEFAULT
from function.readiness.snapshot_schedule import READINESS as SCHEDULED
from function.readiness.stateful_set import READINESS as RUNNING
from function.render import check
from tests.bindings import PLATFORM, binding, composite, config, manifests, secret
from tests.documents import ALLOWED
from tests.leaves import replaced
from tests.plug_ins.cases import Cases
from tests.support import look

STORE: Manifest = {"type": "redis", "password": "secret://db/password", "storage": {"size": "1Gi"}}
META = Meta("payments", "shop", {"team": "checkout", "app.kubernetes.io/name": "payments"})
LOOSE: Manifest = {**PLATFORM, "spec": {**mapping_at(PLATFORM, "spec"), "policy": ALLOWED}}
CASES = Cases(
    in_l5=False,
    whole={
        **STORE,
        "storage": {"size": "1Gi", "class": "fast"},
        "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"cpu": "500m", "memory": "256Mi"}},
        "persistence": {"rdb": True, "aof": True, "fsync": "everysec"},
        "max_memory": "128Mi",
        "eviction": "allkeys-lru",
        "backup": {"schedule": "0 2 * * *", "keep": 7, "snapshot_class": "fast"},
    },
    changes={
        "password": "secret://db/other",
        "storage.size": "2Gi",
        "storage.class": "slow",
        "resources.requests.cpu": "50m",
        "resources.requests.memory": "64Mi",
        "resources.limits.cpu": "1",
        "resources.limits.memory": "1Gi",
        "persistence.rdb": False,
        "persistence.aof": False,
        "persistence.fsync": "always",
        "max_memory": "100Mi",
        "eviction": "volatile-ttl",
        "backup.schedule": "0 3 * * *",
        "backup.keep": 3,
        "backup.snapshot_class": "slow",
    },
    policy={"bindingServices": {"types": ["redis"]}},
    refused=[
        *(("type", None), ("type", "valkey"), ("password", None), ("password", "CANARY"), ("storage", None)),
        *(("storage.size", "1 GB"), ("persistence.fsync", "daily"), ("persistence.rdb", "yes"), ("instances", 2)),
        *(("max_memory", "a lot"), ("eviction", "random"), ("image", "redis:8")),
        ("config", "requirepass CANARY"),
        *(("backup.schedule", "0 2 * * mon"), ("backup.keep", 0)),
    ],
)


@pytest.mark.parametrize(
    ("place", "value"),
    [("resources.limits.memory", "64Mi"), ("max_memory", "129Mi"), ("backup.schedule", "0 6-2 * * *")],
)
def test_what_schemas_do_not_see_is_refused(place: str, value: Json) -> None:
    document = composite(
        binding(
            secrets={"db": secret("redis-credentials")}, services={"entry": replaced(dict(CASES.whole), place, value)}
        )
    )
    assert {problem.path.startswith("spec.services.entry.") for problem in check(document, LOOSE)} == {True}


def model(**fields: Json) -> Model:
    return Model.model_validate({**STORE, **fields})


def made(**services: Manifest) -> dict[str, Manifest]:
    return manifests(binding(secrets={"db": secret("redis-credentials")}, services=services), LOOSE)


def test_only_the_volume_outlives_the_binding() -> None:
    found = model().made("session_store", META, config(), {})
    assert [(one.key, one.keep, one.about) for one in found.own] == [
        ("redis-session_store", False, WORKLOAD_AVAILABLE),
        ("redisservice-session_store", False, WORKLOAD_AVAILABLE),
        ("redisconfig-session_store", False, WORKLOAD_AVAILABLE),
        ("redisvolume-session_store", True, WORKLOAD_AVAILABLE),
    ]
    assert list(model().wants("session_store", {})) == [one.key for one in found.own]
    assert [look(one.manifest, "metadata.name") for one in found.own] == [
        *("session-store", "session-store", "payments.session-store", "payments.session-store"),
    ]


def test_the_service_leads_to_the_pod_and_to_no_other() -> None:
    found = made(redis=STORE)
    selector = look(found, "redisservice-redis.spec.selector")
    assert selector == {"app.kubernetes.io/name": "redis", "app.kubernetes.io/component": "binding-service"}
    assert look(found, "redis-redis.spec.selector.matchLabels") == selector
    labels = look(found, "redis-redis.spec.template.metadata.labels")
    assert isinstance(labels, dict)
    assert labels.items() >= selector.items()
    assert look(found, "redisservice-redis.spec.ports") == [
        {"name": "redis", "port": 6379, "targetPort": "redis", "protocol": "TCP"}
    ]


def test_the_pod_finds_its_volume_its_configuration_and_its_password() -> None:
    found = made(redis=STORE)
    volumes = look(found, "redis-redis.spec.template.spec.volumes")
    assert volumes == [
        {"name": "data", "persistentVolumeClaim": {"claimName": look(found, "redisvolume-redis.metadata.name")}},
        {"name": "config", "configMap": {"name": look(found, "redisconfig-redis.metadata.name")}},
    ]
    reference: Manifest = {"secretKeyRef": {"name": "redis-credentials", "key": "password"}}
    variables = look(found, "redis-redis.spec.template.spec.containers.0.env")
    assert variables == [{"name": "REDISCLI_AUTH", "valueFrom": reference}]
    files = mapping_at(found["redisconfig-redis"], "data")
    assert "appendonly yes\n" in text_at(files, "redis.conf")
    assert files["convert.sh"] == CONVERT


@pytest.mark.parametrize(
    "fields", [{"persistence": {"aof": False}}, {"max_memory": "1Gi"}, {"eviction": "volatile-lru"}]
)
def test_another_configuration_replaces_the_pod(fields: Manifest) -> None:
    one, other = (look(made(redis={**STORE, **more}), "redis-redis.spec.template") for more in ({}, fields))
    assert look(one, "metadata.annotations") != look(other, "metadata.annotations")


def test_applications_find_the_address_and_the_secret() -> None:
    assert model().physical("session_store", {}) == "session-store:6379"
    assert model().client("redis") == {"host": "redis", "port": "6379", "password": "secret://db/password"}


def test_without_an_image_of_the_platform_it_is_refused() -> None:
    policy = {"policy": {"bindingServices": {"types": ["redis"]}}}
    (problem,) = model().problems("spec.services.redis", "shop", PlatformConfig.model_validate(policy))
    assert (problem.path, problem.code) == ("spec.services.redis.type", "EP412")
    assert problem.setting == "PlatformConfig.spec.bindingServices.redisImage"


def test_backups_are_snapshots_of_the_volume() -> None:
    found = made(redis={**STORE, "backup": {"schedule": "0 2 * * *"}})
    selector = look(found, "redisbackup-redis.spec.claimSelector.matchLabels")
    labels = look(found, "redisvolume-redis.metadata.labels")
    assert isinstance(labels, dict)
    assert isinstance(selector, dict)
    assert labels.items() >= selector.items()
    assert selector["platform.fn.bizmatters.io/binding"] == "payments"
    assert "redisbackup-redis" not in made(redis=STORE)


def test_a_binding_is_not_ready_before_its_backups_which_go_with_it() -> None:
    own = model(backup={"schedule": "0 2 * * *"}).made("redis", META, config(), {}).own
    assert [one.readiness for one in own] == [RUNNING, DEFAULT, DEFAULT, DEFAULT, SCHEDULED]
    assert [one.keep for one in own if one.key == "redisbackup-redis"] == [False]


def test_a_schedule_selects_no_volume_that_another_binding_left() -> None:
    entry = model(backup={"schedule": "0 2 * * *"})
    one, other = (entry.made("redis", Meta(name, "shop", META.labels), config(), {}) for name in ("payments", "orders"))
    schedule = next(found.manifest for found in one.own if found.key == "redisbackup-redis")
    volume = next(found.manifest for found in other.own if found.key == "redisvolume-redis")
    selector = mapping_at(schedule, "spec", "claimSelector", "matchLabels")
    assert not mapping_at(volume, "metadata", "labels").items() >= selector.items()


def test_without_snapscheduler_backups_are_refused() -> None:
    settings = config(bindingServices={"redisImage": "redis:8"}, policy={"bindingServices": {"types": ["redis"]}})
    (problem,) = model(backup={"schedule": "0 2 * * *"}).problems("spec.services.redis", "shop", settings)
    assert (problem.path, problem.code) == ("spec.services.redis.backup", "EP412")
    assert problem.setting == "PlatformConfig.spec.bindingServices.snapshotSchedules"


def test_a_store_and_a_database_with_one_name_are_refused() -> None:
    database: Manifest = {"type": "postgresql", "database": "a", "owner": "a", "storage": {"size": "1Gi"}}
    spec = binding(secrets={"db": secret("db")}, services={"a": database, "a_rw": STORE})
    (problem,) = check(composite(spec), LOOSE)
    assert (problem.path, problem.code) == ("spec.services.a_rw", "EP413")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"max_memory": "1Gi"}, True),
        ({"max_memory": "128Mi", "resources": {"limits": {"memory": "256Mi"}}}, True),
        ({"max_memory": "1.5Gi", "resources": {"limits": {"memory": "3Gi"}}}, True),
        ({"max_memory": "1Gi", "resources": {"requests": {"memory": "256Mi"}, "limits": {"cpu": "1"}}}, True),
        ({"max_memory": "129Mi", "resources": {"limits": {"memory": "256Mi"}}}, False),
        ({"max_memory": "200Mi", "resources": {"limits": {"memory": "256Mi"}}}, False),
        ({"max_memory": "1G", "resources": {"limits": {"memory": "1999999999"}}}, False),
        ({"max_memory": "1G", "resources": {"limits": {"memory": "256Mi"}}}, False),
    ],
)
def test_the_data_must_fit_twice_into_the_memory(fields: Manifest, expected: bool) -> None:
    assert (list(broken_rules(model(**fields), "spec.services.redis")) == []) == expected
