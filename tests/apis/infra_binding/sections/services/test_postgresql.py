import pytest

from function.apis.infra_binding.sections.services.postgresql import Model
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest, at
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from function.readiness.postgresql_pooler import READINESS as POOLING
from function.readiness.postgresql_scheduled_backup import READINESS as SCHEDULED
from function.readiness.ready_condition import READINESS as RUNNING
from function.render import check
from tests.bindings import binding, composite, manifests
from tests.documents import LOOSE
from tests.leaves import replaced
from tests.plug_ins.cases import Cases
from tests.support import look

SHOP: Manifest = {"type": "postgresql", "database": "shop", "owner": "shop", "storage": {"size": "5Gi"}}
META = Meta("payments", "shop", {"team": "checkout"})
CASES = Cases(
    in_l5=False,
    whole={
        **SHOP,
        "storage": {"size": "5Gi", "class": "fast"},
        "resources": {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"cpu": "500m", "memory": "512Mi"}},
        "instances": 2,
        "max_connections": 200,
        "pg_stat_statements": True,
        "pool": {"size": 10, "max_clients": 200, "mode": "transaction", "instances": 2},
        "backup": {"schedule": "0 2 * * *", "object_store": "backups", "snapshot_class": "fast"},
    },
    changes={
        "database": "other",
        "owner": "other",
        "storage.size": "6Gi",
        "storage.class": "slow",
        "resources.requests.cpu": "100m",
        "resources.requests.memory": "128Mi",
        "resources.limits.cpu": "1",
        "resources.limits.memory": "1Gi",
        "instances": 3,
        "max_connections": 100,
        "pg_stat_statements": False,
        "pool.size": 5,
        "pool.max_clients": 50,
        "pool.mode": "session",
        "pool.instances": 1,
        "backup.schedule": "0 3 * * *",
        "backup.object_store": "other",
        "backup.snapshot_class": "slow",
    },
    policy={"bindingServices": {"types": ["postgresql"]}},
    refused=[
        *(("type", None), ("type", "postgres"), ("database", None), ("owner", None), ("storage", None)),
        *(("database", "Shop"), ("database", "template1"), ("owner", "postgres"), ("owner", "pg_admin")),
        *(("owner", "a;b"), ("password", "CANARY"), ("storage.size", "5 GB"), ("storage.class", "a b")),
        *(("instances", 0), ("instances", "1"), ("instances", 1.5)),
        *(("max_connections", 0), ("pg_stat_statements", "yes"), ("pool", {}), ("pool.mode", "statement")),
        *(("backup.schedule", "daily"), ("backup.snapshot_class", "a b"), ("backup", {"object_store": "a"})),
        *(("replicas", 1), ("resources.requests.gpu", "1")),
    ],
)


@pytest.mark.parametrize(("place", "value"), [("resources.limits.cpu", "100m"), ("backup.schedule", "0 6-2 * * *")])
def test_what_schemas_do_not_see_is_refused(place: str, value: Json) -> None:
    document = composite(binding(services={"entry": replaced(dict(CASES.whole), place, value)}))
    assert {problem.path.startswith("spec.services.entry.") for problem in check(document, LOOSE)} == {True}


def model(**fields: Json) -> Model:
    return Model.model_validate({**SHOP, **fields})


def test_the_server_outlives_the_binding_and_the_others_do_not() -> None:
    made = Model.model_validate(CASES.whole).made("orders_db", META, PlatformConfig(), {})
    assert [(one.key, one.keep, one.about) for one in made.own] == [
        ("postgresql-orders_db", True, WORKLOAD_AVAILABLE),
        ("postgresqlpool-orders_db", False, WORKLOAD_AVAILABLE),
        ("postgresqlbackup-orders_db", False, WORKLOAD_AVAILABLE),
    ]
    assert [look(one.manifest, "metadata.name") for one in made.own] == ["orders-db", "orders-db-pool", "orders-db"]
    assert made.unmanaged is None


def test_each_object_is_ready_in_its_own_way() -> None:
    made = Model.model_validate(CASES.whole).made("db", META, PlatformConfig(), {})
    assert [one.readiness for one in made.own] == [RUNNING, POOLING, SCHEDULED]


def test_the_server() -> None:
    found = Model.model_validate(CASES.whole).made("db", META, PlatformConfig(), {}).own[0].manifest
    assert look(found, "spec.postgresql.parameters") == {
        "max_connections": "200",
        "pg_stat_statements.track": "top",
    }
    assert look(found, "spec.storage") == {"size": "5Gi", "storageClass": "fast"}
    assert look(found, "spec.bootstrap.initdb") == {"database": "shop", "owner": "shop"}
    assert look(found, "spec.resources") == CASES.whole["resources"]


@pytest.mark.parametrize("absent", ["imageName", "postgresql", "resources", "backup", "plugins"])
def test_what_is_not_asked_for_is_left_to_the_operator(absent: str) -> None:
    (server,) = model().made("db", META, PlatformConfig(), {}).own
    assert at(server.manifest, "spec", absent) is None


def test_the_platform_names_the_image() -> None:
    config = PlatformConfig.model_validate({"bindingServices": {"postgresqlImage": "ghcr.io/example/postgresql:17.6"}})
    (server,) = model().made("db", META, config, {}).own
    assert look(server.manifest, "spec.imageName") == "ghcr.io/example/postgresql:17.6"


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, ["postgresql-db"]),
        ({"pool": {"size": 1}}, ["postgresql-db", "postgresqlpool-db"]),
        ({"backup": {"schedule": "0 2 * * *"}}, ["postgresql-db", "postgresqlbackup-db"]),
    ],
)
def test_only_what_is_asked_for_is_made(fields: dict[str, Json], keys: list[str]) -> None:
    found = model(**fields)
    assert list(found.wants("db", {})) == [one.key for one in found.made("db", META, PlatformConfig(), {}).own] == keys


def test_applications_find_the_address_and_the_secret_of_the_operator() -> None:
    found = model()
    assert found.physical("orders_db", {}) == "orders-db:5432/shop"
    assert found.client("orders_db") == {
        "host": "orders-db",
        "port": "5432",
        "database": "shop",
        "username": {"secretKeyRef": {"name": "orders-db-app", "key": "username"}},
        "password": {"secretKeyRef": {"name": "orders-db-app", "key": "password"}},
    }
    assert look(model(pool={"size": 1}).client("db"), "pool") == {"host": "db-pool", "port": "5432"}


SCHEDULE: Manifest = {"schedule": "0 2 * * *"}


@pytest.mark.parametrize("backup", [SCHEDULE, {**SCHEDULE, "object_store": "backups", "snapshot_class": "fast"}])
def test_snapshots_stay(backup: Manifest) -> None:
    why = "nothing removes old snapshots, because CloudNativePG has retention only for object stores"
    assert list(model(backup=backup).unmanaged()) == [("backup", why)]


@pytest.mark.parametrize("fields", [{}, {"backup": {**SCHEDULE, "object_store": "backups"}}])
def test_without_snapshots_none_stays(fields: Manifest) -> None:
    assert list(model(**fields).unmanaged()) == []


def test_the_schedule_is_told_as_the_operator_gets_it() -> None:
    assert list(model().changed()) == []
    (told,) = model(backup={"schedule": "0 2 * * *"}).changed()
    assert told == ("backup.schedule", "the operator gets '0 0 2 * * *': its first field counts seconds")


@pytest.mark.parametrize("other", ["db_rw", "db_ro", "db_r", "db_pool"])
def test_two_services_with_one_address_are_refused(other: str) -> None:
    spec = binding(services={"db": {**SHOP, "pool": {"size": 1}}, other: SHOP})
    (problem,) = check(composite(spec), LOOSE)
    assert (problem.path, problem.code) == (f"spec.services.{other}", "EP413")


def test_names_that_only_begin_alike_are_not() -> None:
    assert len(manifests(binding(services={"db": SHOP, "db_pool": SHOP, "db_w": SHOP}), LOOSE)) == 4
