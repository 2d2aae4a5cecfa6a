import pytest

from function.apis.infra_binding.monitoring.alerts.metric import KNOWN, Jobs, application

JOBS = Jobs(namespace="shop", names=["p-1", "p-2"])
SERIES = '{namespace="shop",job=~"shop/p-1|shop/p-2"}'
PODS = '{namespace="shop",pod=~"(p-1|p-2)-.*",container="flink-main-container"}'


@pytest.mark.parametrize(
    ("name", "window", "operator", "query"),
    [
        (
            "checkpoint_failures",
            None,
            ">",
            f"sum by (namespace, job) (increase(flink_jobmanager_job_numberOfFailedCheckpoints{SERIES}[10m]))",
        ),
        (
            "checkpoint_failures",
            "1h",
            ">",
            f"sum by (namespace, job) (increase(flink_jobmanager_job_numberOfFailedCheckpoints{SERIES}[1h]))",
        ),
        (
            "kafka_consumer_lag",
            None,
            ">",
            f"sum by (namespace, job) (flink_taskmanager_job_task_operator_pendingRecords{SERIES})",
        ),
        (
            "kafka_consumer_lag",
            "5m",
            "<=",
            (
                "min_over_time((sum by (namespace, job) "
                f"(flink_taskmanager_job_task_operator_pendingRecords{SERIES}))[5m:])"
            ),
        ),
        (
            "processing_latency_p99",
            "5m",
            ">",
            (
                "max_over_time((max by (namespace, job) "
                "(flink_taskmanager_job_latency_source_id_operator_id_operator_subtask_index_latency"
                '{namespace="shop",job=~"shop/p-1|shop/p-2",quantile="0.99"}))[5m:])'
            ),
        ),
        (
            "memory_usage",
            None,
            ">",
            (
                "max by (namespace, pod) "
                f"(container_memory_working_set_bytes{PODS} / container_spec_memory_limit_bytes{PODS})"
            ),
        ),
    ],
)
def test_a_metric_is_a_query_about_the_jobs_of_the_binding(
    name: str, window: str | None, operator: str, query: str
) -> None:
    assert KNOWN[name].query(JOBS, window, operator) == query


@pytest.mark.parametrize("name", KNOWN)
def test_no_query_loses_the_namespace(name: str) -> None:
    query = KNOWN[name].query(JOBS, None, ">")
    assert query.startswith(("sum by (namespace, ", "max by (namespace, "))
    assert "SELECTOR" not in query


def test_a_metric_of_an_application_is_selected_by_the_namespace_alone() -> None:
    assert application("errors", "count").query(JOBS, None, ">") == 'errors{namespace="shop"}'
    counted = application("errors_total", "count").query(JOBS, "1h", ">")
    assert counted == 'increase(errors_total{namespace="shop"}[1h])'
