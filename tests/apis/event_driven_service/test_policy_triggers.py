import pytest

from function.base.manifest import Json
from tests.documents import platform, worker, xr
from tests.support import assert_rejects, outcome

BARE = platform(sizes={"medium": {}})


@pytest.mark.parametrize("kind", ["cpu", "memory"])
def test_a_trigger_on_a_resource_without_a_request_is_refused(kind: str) -> None:
    spec = worker(scaling={"triggers": [{"type": kind, "utilization": 70}]})
    words = f"needs a {kind} request, because utilization is relative to it. Hint: set spec.resources.requests.{kind}"
    assert_rejects(spec, "spec.scaling.triggers[0]", words, BARE)


def test_a_request_of_nothing_is_none() -> None:
    spec = worker(scaling={"triggers": [{"type": "cpu", "utilization": 70}]}, resources={"requests": {"cpu": 0}})
    words = "needs a cpu request, because utilization is relative to it. Hint: set spec.resources.requests.cpu"
    assert_rejects(spec, "spec.scaling.triggers[0]", words)


@pytest.mark.parametrize(("settings", "resources"), [({}, {}), (BARE, {"requests": {"cpu": "100m", "memory": "64Mi"}})])
def test_a_request_of_the_size_or_the_claim_suffices(settings: dict[str, Json], resources: Json) -> None:
    triggers: Json = [{"type": kind, "utilization": 70} for kind in ("cpu", "memory")]
    spec = worker(scaling={"minReplicas": 0, "triggers": triggers}, resources=resources)
    assert outcome(xr(spec), settings).fatal is None
