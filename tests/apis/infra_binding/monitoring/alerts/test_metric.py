import pytest

from function.apis.infra_binding.monitoring.alerts.metric import KNOWN, Jobs, application

JOBS = Jobs(namespace="shop", names=["p-1", "p-2"])
SERIES = '{namespace="shop",job=~"shop/p-1|shop/p-2"}'


LATENCY = "flink_taskmanager_job_latency_source_id_operator_id_operator_subtask_index_latency"


def share(usage: str, resource: str) -> str:
    """Return what is compared with the limit of a resource; PODS stands for the selector of the pods."""
    query = f"max by (namespace, pod) ({usage}) / max by (namespace, pod) (kube_pod_container_resource_limitsLIMITS)"
    pods = 'namespace="shop",pod=~"(p-1|p-2)-.*",container="flink-main-container"'
    return query.replace("PODS", f"{{{pods}}}").replace("LIMITS", f'{{{pods},resource="{resource}"}}')


@pytest.mark.parametrize(
    ("name", "query"),
    [
        (
            "checkpoint_failures",
            f"sum by (namespace, job) (increase(flink_jobmanager_job_numberOfFailedCheckpoints{SERIES}[10m]))",
        ),
        (
            "kafka_consumer_lag",
            f"sum by (namespace, job) (flink_taskmanager_job_task_operator_pendingRecords{SERIES})",
        ),
        (
            "processing_latency_p99",
            f'max by (namespace, job) ({LATENCY}{SERIES[:-1]},quantile="0.99"}})',
        ),
        ("memory_usage", share("container_memory_working_set_bytesPODS", "memory")),
        ("cpu_usage", share("rate(container_cpu_usage_seconds_totalPODS[5m])", "cpu")),
    ],
)
def test_a_metric_is_a_query_about_the_jobs_of_the_binding(name: str, query: str) -> None:
    assert KNOWN[name].query(JOBS, None) == query


@pytest.mark.parametrize(("name", "counts"), [(name, name == "checkpoint_failures") for name in KNOWN])
def test_only_the_query_of_a_counter_depends_on_the_window(name: str, counts: bool) -> None:
    assert (KNOWN[name].query(JOBS, "1h") != KNOWN[name].query(JOBS, None)) == counts
    assert ("[1h]" in KNOWN[name].query(JOBS, "1h")) == counts


@pytest.mark.parametrize("name", KNOWN)
def test_no_series_is_one_that_common_configurations_of_prometheus_drop(name: str) -> None:
    assert "container_spec_" not in KNOWN[name].query(JOBS, None)


@pytest.mark.parametrize("name", KNOWN)
def test_no_query_loses_the_namespace(name: str) -> None:
    query = KNOWN[name].query(JOBS, None)
    assert query.startswith(("sum by (namespace, ", "max by (namespace, "))
    assert "SELECTOR" not in query


def test_a_metric_of_an_application_is_selected_by_the_namespace_alone() -> None:
    assert application("errors", "count").query(JOBS, None) == 'errors{namespace="shop"}'
    counted = application("errors_total", "count").query(JOBS, "1h")
    assert counted == 'increase(errors_total{namespace="shop"}[1h])'
