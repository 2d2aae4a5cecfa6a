from function.base.manifest import Json, Manifest
from tests.connections import READ, SECRETS, endpoint, section, topics
from tests.dapr import REDIS

SERVICE: Manifest = {"type": "redis", "password": "secret://db/password", "storage": {"size": "1Gi"}}
SAFE: Manifest = {
    **SERVICE,
    "max_memory": "100Mi",
    "resources": {"requests": {"memory": "128Mi"}},
    "backup": {"schedule": "0 2 * * *", "keep": 7},
}


def test_what_is_missing_for_production() -> None:
    assert topics(endpoint("services", SERVICE)) == ["Security", "Availability", "Recovery", "Scaling"]
    assert topics(endpoint("services", SAFE)) == ["Security", "Availability"]


def test_how_it_is_reached() -> None:
    told = endpoint("services", SERVICE)
    assert told.address == "main:6379"
    assert f'export REDISCLI_AUTH="$({READ})"' in told.development


def test_what_happens_to_its_data() -> None:
    told = endpoint("services", {**SAFE, "persistence": {"rdb": False, "fsync": "always"}})
    assert told.backup == (
        "each change is in a log on the volume; when it is on the disk: `always`",
        "snapshots of the volume at `0 2 * * *`, in the time zone of SnapScheduler; 7 are kept",
    )
    nowhere = endpoint("services", {**SERVICE, "persistence": {"rdb": False, "aof": False}})
    assert nowhere.backup == ("nothing is written to the volume: changes are lost with the pod",)
    assert "Recovery" in topics(nowhere)


def test_the_pod() -> None:
    (usage,) = endpoint("services", SAFE).usage
    assert (usage.number, usage.memory, usage.cpu) == (1, "128Mi", None)


def test_what_the_binding_runs_is_not_supposed_elsewhere() -> None:
    metadata = {"redisHost": "main:6379", "redisPassword": "secret://db/password"}
    fields: dict[str, Json] = {
        "secrets": SECRETS,
        "services": {"main": SAFE},
        "dapr": {"components": {"store": {**REDIS, "metadata": metadata}}},
    }
    assert "nothing says whether the server writes" not in section("Next Steps for Production", **fields)
    assert "the server decides whether data is on disk" not in section("Backup & Recovery", **fields)
    assert "- **Used by**: `services.main`, `dapr.components.store`" in section("Service Endpoints", **fields)
