"""What the platform does not allow jobs in its cluster, and what no job can run with."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bindings import binding, composite
from tests.documents import platform

SIDECAR: Manifest = {"sidecar.istio.io/inject": "true"}


def found(settings: Manifest, /, **fields: Json) -> list[tuple[str, str]]:
    document = composite(binding(deployment={"type": "kubernetes", **fields}))
    return [
        (problem.path.removeprefix("spec.deployment."), problem.code) for problem in errors(check(document, settings))
    ]


@pytest.mark.parametrize(
    ("fields", "path", "policy"),
    [
        ({"service_account": "admin"}, "service_account", {"flink": {"serviceAccounts": ["admin"]}}),
        (
            {"pod_template": {"tolerations": [{"key": "gpu"}]}},
            "pod_template.tolerations[0].key",
            {"flink": {"tolerations": ["gpu"]}},
        ),
        (
            {"pod_template": {"spec": {"tolerations": [{"key": "gpu"}]}}},
            "pod_template.spec.tolerations[0].key",
            {"flink": {"tolerations": ["gpu"]}},
        ),
        (
            {"pod_template": {"annotations": SIDECAR}},
            "pod_template.annotations.sidecar.istio.io/inject",
            {"podAnnotations": ["sidecar.istio.io/"]},
        ),
        (
            {"pod_template": {"metadata": {"annotations": SIDECAR}}},
            "pod_template.metadata.annotations.sidecar.istio.io/inject",
            {"podAnnotations": ["sidecar.istio.io/"]},
        ),
        (
            {"pod_template": {"metadata": {"labels": SIDECAR}}},
            "pod_template.metadata.labels.sidecar.istio.io/inject",
            {"podLabels": ["sidecar.istio.io/"]},
        ),
    ],
)
def test_the_platform_must_allow_what_changes_the_rights_of_pods(fields: Manifest, path: str, policy: Json) -> None:
    assert found(platform(), **fields) == [(path, "EP224")]
    assert found(platform(policy=policy), **fields) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"service_account": "flink"},
        {"pod_template": {"annotations": {"prometheus.io/scrape": "true"}, "node_selector": {"disk": "ssd"}}},
        {"pod_template": {"metadata": {"labels": {"team": "a"}}}},
        {"job_manager": {"resources": {"memory": "704mb", "cpu": 0.1}}},
    ],
)
def test_the_rest_needs_no_consent(fields: Manifest) -> None:
    assert found(platform(), **fields) == []


@pytest.mark.parametrize(
    ("settings", "fields", "expected"),
    [
        ({}, {"job_manager": {"resources": {"memory": "703mb"}}}, [("job_manager.resources.memory", "EP470")]),
        (
            {"policy": {"maxRequests": {"cpu": "1"}}},
            {"job_manager": {"resources": {"cpu": 2}}},
            [("job_manager.resources.cpu", "EP224")],
        ),
        (
            {"policy": {"maxLimits": {"memory": "1Gi"}}},
            {"job_manager": {"resources": {"memory": "2gb"}}},
            [("job_manager.resources.memory", "EP224")],
        ),
        (
            {"scaling": {"maxReplicas": 5}},
            {"scaling": {"type": "horizontal", "max_replicas": 6}},
            [("scaling.max_replicas", "EP222")],
        ),
        ({"scaling": {"maxReplicas": 5}}, {"scaling": {"type": "horizontal"}}, [("scaling.max_replicas", "EP222")]),
        ({"scaling": {"maxReplicas": 5}}, {"scaling": {"type": "horizontal", "max_replicas": 5}}, []),
        (
            {"images": {"allowedRegistries": ["registry.example.org"]}},
            {"image": {"repository": "ghcr.io/a/flink", "tag": "1.20.1"}},
            [("image.repository", "EP220")],
        ),
        (
            {"policy": {"imageDigest": True}},
            {"image": {"repository": "ghcr.io/a/flink", "tag": "1.20.1"}},
            [("image.repository", "EP224")],
        ),
    ],
)
def test_limits_are_those_of_the_platform(
    settings: Manifest, fields: Manifest, expected: list[tuple[str, str]]
) -> None:
    assert found(platform(**settings), **fields) == expected


@pytest.mark.parametrize(("memory", "codes"), [("703mb", ["EP470"]), ("704mb", []), (None, [])])
def test_no_job_manager_starts_with_too_little_memory_on_yarn_either(memory: Json, codes: list[str]) -> None:
    master: Manifest = {} if memory is None else {"memory": memory}
    problems = check(composite(binding(deployment={"type": "yarn", "application_master": master})), platform())
    assert [problem.code for problem in problems] == codes
    assert {problem.path for problem in problems} <= {"spec.deployment.application_master.memory"}
