from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.resolve import prepare
from function.apis.event_driven_service.status.causes import causes
from function.base.identity import Identity
from function.base.request import Request
from function.base.validation import parse
from function.delivery.live import asked
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.render import render
from function.status.observation import observe
from tests.documents import worker, xr
from tests.status.scene import (
    NEWEST,
    OLDER,
    OVERDUE,
    ROLLED_OUT,
    ROLLING,
    container,
    deployment,
    observed,
    pod,
    waiting,
)

IDENTITY = Identity(scope="claims", name="orders", namespace="shop")
SPEC = worker(secretRefs=[{"name": "db", "envFrom": True}])
CRASH = waiting("CrashLoopBackOff", restarts=3)
NO_SECRET = waiting("CreateContainerConfigError", 'secret "db" not found')


def reported(live: object, **required: object) -> list[str]:
    spec, _ = parse(EventDrivenService, SPEC, "spec")
    assert spec is not None
    resolved = prepare(spec, IDENTITY, PlatformConfig())
    objects = observed(live)  # type: ignore[arg-type] # a manifest
    made = render(Request(xr=xr(SPEC))).resources
    seen = {
        key: observe(Resource(key, dict(asked(made[key].manifest))), objects.get(key, {}), requested=key in objects)
        for key in made
    }
    return sorted(cause.reason.name for cause in causes(resolved, seen, required))  # type: ignore[arg-type]


def test_a_healthy_service_has_no_cause() -> None:
    assert reported(deployment(ROLLING)) == []


def test_deployment_and_pods_are_heard() -> None:
    assert reported(deployment(OVERDUE), pods=[pod(CRASH)]) == ["CrashLooping", "RolloutStuck"]


def test_secrets_are_heard() -> None:
    assert reported(deployment(ROLLING), **{"secret/db": ()}) == ["SecretNotFound"]


def test_pods_of_the_older_revision_are_not() -> None:
    assert reported(deployment(ROLLING), pods=[pod(CRASH, replica_set=OLDER), pod(replica_set=NEWEST)]) == []


def test_a_pod_that_is_added_may_take_its_time() -> None:
    starting = pod(container(running={"startedAt": "2026-11-21T01:52:32Z"}), phase="Running")
    assert reported(deployment(ROLLED_OUT, replicas=2, ready=1), pods=[starting]) == []
    assert reported(deployment(OVERDUE, replicas=2, ready=1), pods=[starting]) == ["ProbeFailing", "RolloutStuck"]


def test_what_two_tell_is_told_twice_and_weighed_later() -> None:
    assert reported(deployment(ROLLING), pods=[pod(NO_SECRET)], **{"secret/db": ()}) == ["SecretNotFound"] * 2
