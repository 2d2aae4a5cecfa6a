from function.base.validation import parse
from function.compose.event_driven_service.diagnosis import causes
from function.readiness import DEFAULT
from function.render import render
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.status.observation import observe
from tests.documents import worker, xr
from tests.status.scene import NEWEST, OLDER, OVERDUE, ROLLING, deployment, observed, pod, waiting

IDENTITY = Composite(scope="claims", name="orders", namespace="shop")
SPEC = worker(secretRefs=[{"name": "db", "envFrom": True}])
CRASH = waiting("CrashLoopBackOff", restarts=3)
NO_SECRET = waiting("CreateContainerConfigError", 'secret "db" not found')


def told(live: object, **required: object) -> list[str]:
    spec, _ = parse(EventDrivenService, SPEC, "spec")
    assert spec is not None
    objects = observed(live)  # type: ignore[arg-type] # a manifest
    made = render(xr(SPEC), {}, {}, {}).resources
    seen = {key: observe(key, made[key].manifest, DEFAULT, objects.get(key, {})) for key in made}
    return sorted(cause.reason.name for cause in causes(spec, IDENTITY, seen, required))  # type: ignore[arg-type]


def test_a_healthy_service_has_no_cause() -> None:
    assert told(deployment(ROLLING)) == []


def test_deployment_and_pods_are_heard() -> None:
    assert told(deployment(OVERDUE), pods=[pod(CRASH)]) == ["CrashLooping", "RolloutStuck"]


def test_secrets_are_heard() -> None:
    assert told(deployment(ROLLING), **{"secret/db": ()}) == ["SecretNotFound"]


def test_pods_of_the_older_revision_are_not() -> None:
    assert told(deployment(ROLLING), pods=[pod(CRASH, replica_set=OLDER), pod(replica_set=NEWEST)]) == []


def test_what_two_tell_is_told_twice_and_weighed_later() -> None:
    assert told(deployment(ROLLING), pods=[pod(NO_SECRET)], **{"secret/db": ()}) == ["SecretNotFound"] * 2
