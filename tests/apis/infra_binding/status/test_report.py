import pytest

from function.apis.infra_binding.model.status import InfraBindingStatus
from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import check, render
from tests.bindings import PLATFORM, binding, composite, namespaced, process, settled, topic, vault
from tests.support import look

FIELDS: dict[str, Json] = {"streams": {"a": topic()}, "secrets": {"db": vault(keys=["x"])}}


def seen(status: str | None) -> Outcome:
    """Return the answer once all objects are there, with this status of the topic's condition Ready."""
    document = composite(binding(**FIELDS))
    if status is None:
        return render(Request(xr=document, platform=PLATFORM))
    observed = settled(document)
    live = look(observed, "stream-a.status.atProvider.manifest")
    assert isinstance(live, dict)
    live["status"] = {"conditions": [{"type": "Ready", "status": status}]}
    return render(Request(xr=document, observed=observed, platform=PLATFORM))


@pytest.mark.parametrize(
    ("status", "phase"), [(None, "Pending"), ("Unknown", "Pending"), ("False", "Blocked"), ("True", "Ready")]
)
def test_the_phase_follows_the_roll_up(status: str | None, phase: str) -> None:
    answer = seen(status)
    assert answer.status["phase"] == phase
    assert answer.status["message"] == answer.conditions[-1].message


def test_the_status_is_as_declared() -> None:
    status: Manifest = seen("True").status
    again = InfraBindingStatus.model_validate(status)
    assert again.model_dump(by_alias=True, exclude_none=True) == status
    assert status["document"] == "payments-binding"


def test_objects_and_names_are_told() -> None:
    status = seen("True").status
    assert look(status, "bindings.0") == {
        "name": "streams.a",
        "managed": True,
        "ready": True,
        "physical": "orders.v1",
    }
    assert [look(status, f"resourceRefs.{n}.kind") for n in range(4)] == [
        "SecretStore",
        "ExternalSecret",
        "KafkaTopic",
        "ConfigMap",
    ]


def test_the_generation_is_that_of_what_the_user_sees() -> None:
    """A claim's composite counts generations of its own."""
    document = namespaced(binding())
    document["metadata"] = {"name": "payments", "namespace": "shop", "generation": 4}
    assert render(Request(xr=document, platform=PLATFORM)).status["observedGeneration"] == 4
    assert "observedGeneration" not in seen("True").status


def test_the_status_shows_what_validate_warns_about() -> None:
    """Two jobs without checkpoints."""
    jobs: Json = {"p": process(), "q": process()}
    document = composite(binding(deployment={"type": "kubernetes"}, resources=jobs))
    warned = sorted(str(problem) for problem in check(document, PLATFORM))
    assert len(warned) == 2
    assert render(Request(xr=document, platform=PLATFORM)).status["warnings"] == warned


def test_a_status_without_warnings_has_no_such_field() -> None:
    assert "warnings" not in seen("True").status


def test_the_status_shows_no_more_warnings_than_anybody_reads() -> None:
    jobs: Json = {f"own_{number:02}": process() for number in range(30)}
    document = composite(binding(deployment={"type": "kubernetes"}, resources=jobs))
    answer = render(Request(xr=document, platform=PLATFORM))
    warned = answer.status["warnings"]
    assert isinstance(warned, list)
    assert len(warned) == 10
