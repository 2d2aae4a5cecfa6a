import pytest

from function.apis.event_driven_service.dependency import Dependency
from function.apis.event_driven_service.status.diagnosis.containers import Service, cause_of
from function.base.manifest import Json, Manifest

PROBED: Json = {
    "spec": {
        "containers": [
            {
                "name": "main",
                "image": "ghcr.io/example/orders:1",
                "readinessProbe": {"httpGet": {"path": "/ready", "port": 8080}},
                "startupProbe": {
                    "httpGet": {"path": "/up", "port": 8080},
                    "initialDelaySeconds": 5,
                    "periodSeconds": 10,
                    "failureThreshold": 90,
                },
            },
            {"name": "odd"},
        ]
    }
}
SERVICE = Service(
    name="orders",
    namespace="shop",
    dependencies=(Dependency(kind="Secret", name="db", field="spec.secretRefs[3].name"),),
    template=PROBED,
)
SETTLED = Service(name="orders", namespace="shop", dependencies=(), template=PROBED, settled=True)


def reported(status: Manifest, service: Service = SERVICE, *, init: bool = False) -> str | None:
    found = cause_of({"name": "main", **status}, service, init=init)
    return found.reason.name if found else None


def waits(reason: str, message: Json = None) -> Manifest:
    return {"state": {"waiting": {"reason": reason, "message": message}}}


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ({}, "nothing is known"),
        ({"ready": True, "restartCount": 40}, "it serves again"),
        (waits("ContainerCreating"), "it starts"),
        (waits("PodInitializing"), "an init container runs"),
        (waits("CrashLoopBackOff") | {"restartCount": 1}, "it ended once"),
        ({"state": {"running": {}}, "started": False}, "it has just been started"),
        ({"state": {"terminated": {"reason": "Completed", "exitCode": 0}}, "restartCount": 3}, "it is done"),
        ({"state": 3, "lastState": "x", "restartCount": "many"}, "malformed"),
    ],
)
def test_what_is_no_fault(status: Manifest, why: str) -> None:
    assert reported(status) is None, why


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (waits("CreateContainerConfigError", 'secret "db" not found'), "SecretNotFound"),
        (waits("CreateContainerConfigError", "couldn't find key a in Secret shop/db"), "SecretKeyMissing"),
        (waits("CreateContainerConfigError", 'configmap "x" not found'), "ConfigMapNotFound"),
        (waits("CreateContainerConfigError", "couldn't find key a in ConfigMap shop/x"), "ConfigMapKeyMissing"),
        (waits("CreateContainerConfigError"), "ContainerConfigError"),
        (waits("CreateContainerConfigError", 7), "ContainerConfigError"),
        (waits("ErrImagePull"), "ImagePullFailed"),
        (waits("CreateContainerError", "no such file"), "ContainerCannotStart"),
        (waits("CrashLoopBackOff") | {"lastState": {"terminated": {"reason": "StartError"}}}, "ContainerCannotStart"),
        (waits("CrashLoopBackOff") | {"restartCount": 2}, "CrashLooping"),
        ({"restartCount": 2.0, "state": {"running": {}}}, "CrashLooping"),
        (
            waits("CrashLoopBackOff") | {"restartCount": 2, "lastState": {"terminated": {"reason": "OOMKilled"}}},
            "OOMKilled",
        ),
        ({"state": {"terminated": {"reason": "Error", "exitCode": 3}}, "restartCount": 2}, "CrashLooping"),
    ],
)
def test_what_is_a_fault(status: Manifest, reason: str) -> None:
    assert reported(status) == reason


def test_the_field_of_the_claim_is_named() -> None:
    found = cause_of(
        {"name": "main", **waits("CreateContainerConfigError", 'secret "db" not found')}, SERVICE, init=False
    )
    assert found is not None
    assert found.message.endswith("Create it, or correct spec.secretRefs[3].name")


def test_an_init_container_has_a_reason_of_its_own() -> None:
    assert reported(waits("CrashLoopBackOff") | {"restartCount": 2}, init=True) == "InitContainerFailed"


def test_a_probe_fails_only_once_there_was_time() -> None:
    running: Manifest = {"state": {"running": {}}}
    assert reported(running) is None
    assert reported(running, SETTLED) == "ProbeFailing"


def test_the_probe_that_fails_is_named() -> None:
    found = cause_of({"name": "main", "started": True, "state": {"running": {}}}, SETTLED, init=False)
    assert found is not None
    assert "its probe of /ready on port 8080 fails" in found.message


@pytest.mark.parametrize(
    ("init", "words"),
    [
        (False, "the container main is still starting: its startup probe of /up may succeed within 905 seconds"),
        (True, "the container run-migrations is still starting: it has not finished"),
    ],
)
@pytest.mark.parametrize("restarts", [0, 1])
def test_what_may_yet_start_is_not_called_stuck(restarts: int, init: bool, words: str) -> None:
    name = "run-migrations" if init else "main"
    status: Manifest = {"name": name, "started": False, "state": {"running": {}}, "restartCount": restarts}
    found = cause_of(status, SETTLED, init=init)
    assert found is not None
    assert (found.reason.name, found.reason.effect, found.message) == ("StillStarting", "progressing", words)


def test_a_container_that_starts_in_vain_again_and_again_is_not_still_starting() -> None:
    assert reported({"started": False, "state": {"running": {}}, "restartCount": 2}, SETTLED) == "CrashLooping"


def test_a_container_without_a_probe_has_none_that_fails() -> None:
    assert cause_of({"name": "odd", "state": {"running": {}}}, SETTLED, init=False) is None
