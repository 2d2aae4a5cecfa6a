import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from tests.bindings import PLATFORM, binding, composite, process
from tests.dapr import files
from tests.documents import platform
from tests.plug_ins.cases import Cases
from tests.support import outcome

CASES = Cases(
    in_l5=False,
    policy={"podAnnotations": ["dapr.io/"]},
    whole={
        "requests": {"cpu": "100m", "memory": "100Mi"},
        "limits": {"cpu": "500m", "memory": "200Mi"},
        "metrics_port": 9090,
        "processes": ["entry"],
    },
    changes={
        "requests.cpu": "200m",
        "requests.memory": "150Mi",
        "limits.cpu": 1,
        "limits.memory": "300Mi",
        "metrics_port": 9091,
        "processes[0]": "other",
    },
    refused=[
        *(("requests.cpu", "much"), ("requests.memory", "100m")),
        *(
            ("limits.ephemeral-storage", "1Gi"),
            ("metrics_port", 0),
            ("metrics_port", "9090"),
        ),
        *(("processes[0]", "nosuch"), ("processes[0]", "_defaults"), ("processes", "entry"), ("image", "daprd:edge")),
    ],
)


def reported(sidecar: Json, **policy: Json) -> list[str]:
    """Return what is wrong with a sidecar of the process `p`."""
    spec = binding(dapr={"sidecar": sidecar}, resources={"p": process()})
    settings = platform(policy={"podAnnotations": ["dapr.io/"], **policy})
    return [str(problem) for problem in errors(outcome(composite(spec), settings).problems)]


def test_the_document_has_the_annotations_for_other_pods() -> None:
    found = files(sidecar={"limits": {"cpu": "500m", "memory": "200Mi"}, "metrics_port": 9090})
    assert found["dapr.yaml"]["sidecar"]["client"] == {
        "annotations": {
            "dapr.io/enabled": "true",
            "dapr.io/sidecar-cpu-limit": "500m",
            "dapr.io/sidecar-memory-limit": "200Mi",
            "dapr.io/metrics-port": "9090",
        }
    }


def test_a_sidecar_of_a_process_must_be_allowed_by_the_policy_for_annotations() -> None:
    (found,) = reported({"processes": ["p"]}, podAnnotations=["dapr.io/app-"])
    assert found == (
        "spec.dapr.sidecar.processes: adds the annotations dapr.io/app-id, dapr.io/config, dapr.io/enabled; "
        "not allowed by PlatformConfig.spec.policy.podAnnotations"
    )


@pytest.mark.parametrize("sidecar", [{"processes": ["p"]}, {"limits": {"cpu": "1"}}, {}])
def test_what_the_policy_allows_is_no_problem(sidecar: Json) -> None:
    assert reported(sidecar) == []


def test_amounts_for_services_need_no_annotation_of_the_binding() -> None:
    assert reported({"limits": {"cpu": "1"}}, podAnnotations=[]) == []


@pytest.mark.parametrize(
    ("sidecar", "policy", "problem"),
    [
        (
            {"limits": {"cpu": "2"}},
            {"maxLimits": {"cpu": "1"}},
            "limits.cpu: the cpu is 2, above 1; not allowed by PlatformConfig.spec.policy.maxLimits.cpu",
        ),
        (
            {"requests": {"cpu": "2"}},
            {"maxRequests": {"cpu": "1"}},
            "requests.cpu: the cpu is 2, above 1; not allowed by PlatformConfig.spec.policy.maxRequests.cpu",
        ),
    ],
)
def test_amounts_above_those_of_the_platform_are_refused(sidecar: Json, policy: Manifest, problem: str) -> None:
    assert reported(sidecar, **policy) == [f"spec.dapr.sidecar.{problem}"]


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        (
            {"requests": {"cpu": "1"}, "limits": {"cpu": "500m"}},
            "requests: the cpu request must not exceed the cpu limit; got 1 and 500m",
        ),
        (
            {"requests": {"memory": "1Gi"}, "limits": {"memory": "1M"}},
            "requests: the memory request must not exceed the memory limit; got 1Gi and 1M",
        ),
    ],
)
def test_a_request_above_the_limit_is_refused(sidecar: Json, problem: str) -> None:
    assert f"spec.dapr.sidecar.{problem}" in reported(sidecar)


def test_less_memory_than_any_container_needs_is_refused() -> None:
    (found,) = reported({"limits": {"memory": "100"}})
    assert found.startswith("spec.dapr.sidecar.limits.memory: memory must be at least 4Mi; got 100.")


@pytest.mark.parametrize(("name", "got"), [("other", "'other'"), ("entri", "'entri'; did you mean 'entry'?")])
def test_a_process_that_the_binding_does_not_have_is_refused(name: str, got: str) -> None:
    spec = binding(dapr={"sidecar": {"processes": [name]}}, resources={"entry": process()})
    found = [str(problem) for problem in outcome(composite(spec), PLATFORM).problems if problem.code == "EP487"]
    assert found == [
        f"spec.dapr.sidecar.processes[0]: a process with a sidecar must be an entry of spec.resources; got {got}"
    ]
