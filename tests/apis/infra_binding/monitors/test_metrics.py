import pytest

from function.apis.infra_binding.lifecycle import emits, keeps
from function.base.manifest import Json, Manifest, mapping_at
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, binding, composed, composite, manifests, process, resolved, settled
from tests.documents import platform
from tests.monitored import PROMETHEUS, files, made, spec
from tests.schemas import violations
from tests.support import look

SETTINGS = mapping_at(PLATFORM, "spec")
WITHOUT_OPERATOR = platform(**{**SETTINGS, "monitors": {}})


def test_each_job_has_a_monitor_with_the_labels_by_which_prometheus_selects_it() -> None:
    found = manifests({**spec(metrics=PROMETHEUS), "resources": {"p": process(), "q": process()}})
    assert list(found) == ["flinkdeployment-p", "flinkdeployment-q", "podmonitor-p", "podmonitor-q", "document"]
    assert violations(found["podmonitor-q"]) == []
    assert look(found, "podmonitor-q.metadata.labels.release") == "main"
    assert look(found, "podmonitor-q.spec.selector.matchLabels.app") == look(found, "flinkdeployment-q.metadata.name")


@pytest.mark.parametrize(
    ("metrics", "settings"),
    [
        (PROMETHEUS, WITHOUT_OPERATOR),
        (PROMETHEUS, {}),
        ({"type": "datadog"}, PLATFORM),
        ({"type": "cloudwatch"}, PLATFORM),
    ],
)
def test_without_the_operator_or_prometheus_there_is_none(metrics: Json, settings: Manifest) -> None:
    assert list(manifests(spec(metrics=metrics), settings)) == ["flinkdeployment-p", "document"]


@pytest.mark.parametrize("deployment", [None, {"type": "yarn"}, {"type": "kubernetes", "namespace": "other"}])
def test_a_process_that_nothing_deploys_has_none_but_the_keys_in_its_file(deployment: Json) -> None:
    fields: Manifest = {**spec(metrics=PROMETHEUS), "deployment": deployment}
    found = manifests(fields)
    assert list(found) == ["document"]
    assert "metrics.reporter.prom.port: 9249\n" in str(mapping_at(found["document"], "data")["p.flink.yaml"])


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"metrics": PROMETHEUS}, "nothing deploys a process of the binding; Prometheus must be told where they run"),
        (
            {"metrics": {"type": "cloudwatch"}},
            "Flink has no reporter for CloudWatch; let its agent collect the metrics",
        ),
    ],
)
def test_the_document_says_why_there_is_none(fields: Json, reason: str) -> None:
    assert files(monitoring=fields)["unmanaged.yaml"] == {"monitoring.metrics": reason}


def test_a_binding_without_monitoring_has_none_of_it() -> None:
    found = made()
    assert list(found) == ["flinkdeployment-p", "document"]
    assert "metrics" not in str(found["flinkdeployment-p"])
    plain = manifests(binding(deployment={"type": "kubernetes"}, resources={"p": process()}))
    assert plain["flinkdeployment-p"] == found["flinkdeployment-p"]


def test_no_job_waits_for_its_monitor() -> None:
    assert {"flinkdeployment-p", "podmonitor-p"} <= composed(composite(spec(metrics=PROMETHEUS)), {}).keys()


def test_a_monitor_goes_with_the_field_and_with_nothing_else() -> None:
    document = composite(spec(metrics=PROMETHEUS))
    seen = settled(document)
    assert emits("podmonitor-p")
    assert "podmonitor-p" not in composed(composite(spec()), seen)
    assert "podmonitor-p" not in composed(composite(spec(metrics={"type": "datadog"})), seen)
    answer = render(Request(xr=document, observed=seen, platform=WITHOUT_OPERATOR))
    assert answer.fatal == (
        "observed.resources.podmonitor-p: spec.monitoring.metrics still needs this object, but it would be removed. "
        "Hint: restore PlatformConfig, or remove the field first"
    )
    assert keeps(resolved(**spec()), "podmonitor-p", {}, {}) is None


def test_the_status_counts_it() -> None:
    document = composite(spec(metrics=PROMETHEUS))
    answer = render(Request(xr=document, observed=settled(document), platform=PLATFORM))
    assert look(answer.status, "sections.1") == {"name": "monitoring", "entries": 1, "managed": 1, "ready": 1}
    assert look(answer.status, "bindings.1") == {
        "name": "monitoring.metrics",
        "managed": True,
        "ready": True,
        "physical": "prometheus",
    }
