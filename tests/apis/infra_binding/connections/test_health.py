from tests.bindings import process, topic
from tests.connections import section
from tests.dapr import KAFKA

HEADING = "Health Endpoints"


def test_the_binding_comes_first() -> None:
    found = section(HEADING, streams={"a": topic("a"), "b": topic("b")})
    assert (
        "kubectl describe -n shop infrabinding payments\nkubectl get -n kafka kafkatopic.kafka.strimzi.io a b\n"
        in found
    )


def test_a_service_can_be_looked_at_without_its_tools() -> None:
    found = section(HEADING, lookups={"rates": {"type": "redis", "uri": "redis://redis"}})
    assert "kubectl get endpointslices -n shop -l kubernetes.io/service-name=redis" in found
    assert "kubectl logs -n shop svc/redis --tail=100" in found


def test_what_is_outside_of_the_cluster_has_no_pods() -> None:
    assert "endpointslices" not in section(
        HEADING, lookups={"rates": {"type": "redis", "uri": "redis://a.example.org"}}
    )


def test_logs_of_jobs_and_sidecars() -> None:
    found = section(
        HEADING,
        dapr={"components": {"bus": KAFKA}},
        resources={"job": process()},
        deployment={"type": "kubernetes"},
    )
    assert ",component=taskmanager --tail=100" in found
    assert "-c daprd --tail=100" in found
