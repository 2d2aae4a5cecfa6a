import pytest

from function.apis.infra_binding.monitoring.metrics.prometheus import Model
from function.base.manifest import mapping_at
from tests.monitored import made, reported
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    whole={
        "type": "prometheus",
        "port": 9250,
        "path": "/stats",
        "labels": {"team": "credit-card"},
        "application_metrics": {"errors": "count"},
    },
    changes={"port": 9251, "path": "/metrics", "labels{team}": "payments", "application_metrics{errors}": "ratio"},
    for_applications=["application_metrics{errors}"],
    refused=[
        *(("type", "Prometheus"), ("port", "9249"), ("port", 80), ("port", 65536), ("port", 8081), ("port", 6123)),
        *(("path", "metrics"), ("path", "/a b"), ("interval", "30s"), ("reporter", "prom")),
        *(("labels", ["team"]), ("labels", {"my-team": "a"}), ("labels", {"__name__": "a"}), ("labels", {"": "a"})),
        *(
            ("labels", {"namespace": "other"}),
            ("labels", {"job": "other"}),
            ("labels{team}", "$1"),
            ("labels{team}", 3),
        ),
        *(("labels{team}", "a\nb"), ("application_metrics", ["errors"])),
        *(("application_metrics{errors}", "minutes"), ("application_metrics", {"my-errors": "count"})),
    ],
)


def test_flink_answers_at_the_default_port() -> None:
    assert Model.model_validate({"type": "prometheus"}).configuration() == {
        "metrics.reporter.prom.factory.class": "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
        "metrics.reporter.prom.port": "9249",
    }


def test_a_monitor_has_what_the_binding_says() -> None:
    found = made(metrics=CASES.whole)
    assert look(found, "podmonitor-p.metadata.name") == look(found, "flinkdeployment-p.metadata.name")
    assert look(found, "podmonitor-p.spec") == {
        "selector": {"matchLabels": {"app": look(found, "flinkdeployment-p.metadata.name")}},
        "podTargetLabels": ["component"],
        "podMetricsEndpoints": [
            {
                "port": "metrics",
                "path": "/stats",
                "relabelings": [{"action": "replace", "targetLabel": "team", "replacement": "credit-card"}],
            }
        ],
    }


def test_the_pods_of_the_job_declare_the_port() -> None:
    found = made(metrics=CASES.whole)["flinkdeployment-p"]
    assert look(found, "spec.podTemplate.spec.containers.0.ports") == [{"name": "metrics", "containerPort": 9250}]
    configuration = mapping_at(found, "spec", "flinkConfiguration")
    assert configuration["metrics.reporter.prom.port"] == "9250"


@pytest.mark.parametrize(
    "label", ["component", "container", "endpoint", "instance", "job", "namespace", "pod", "quantile"]
)
def test_a_label_by_which_alerts_find_their_jobs_is_refused_at_its_place(label: str) -> None:
    (found,) = reported(metrics={"type": "prometheus", "labels": {label: "a"}})
    assert found.startswith(
        "spec.monitoring.metrics.labels: must not contain labels that Prometheus itself sets. Hint: remove "
    )


@pytest.mark.parametrize("port", [6122, 6123, 6124, 8081])
def test_a_port_of_flink_itself_is_refused_at_its_place(port: int) -> None:
    (found,) = reported(metrics={"type": "prometheus", "port": port})
    assert found == (
        f"spec.monitoring.metrics.port: must not be a port that Flink itself uses; got {port}. "
        "Hint: use another port, such as 9249"
    )
