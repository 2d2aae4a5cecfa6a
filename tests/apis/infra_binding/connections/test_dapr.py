from function.apis.infra_binding.connections.dapr import applications
from function.base.manifest import Json
from tests.bindings import model, process
from tests.connections import SECRETS, section
from tests.dapr import KAFKA, REDIS

HEADING = "Dapr Components Configuration"
DAPR: Json = {
    "components": {
        "bus": {**KAFKA, "scopes": ["b-app"]},
        "store": {**REDIS, "metadata": {"redisHost": "redis:6379", "redisPassword": "secret://db/password"}},
    },
    "subscriptions": {"orders": {"pubsub": "bus", "topic": "orders", "route": "/orders", "scopes": ["c-app"]}},
    "invocation": {"routes": {"a-app": "a-app:8000"}},
    "sidecar": {"processes": ["my_job"], "requests": {"cpu": "100m"}, "metrics_port": 9091},
}


def test_a_component_with_its_settings_and_references() -> None:
    found = section(HEADING, secrets=SECRETS, resources={"my_job": process()}, dapr=DAPR)
    assert "### `bus`\n\nFor `b-app`." in found
    assert 'Type: pubsub.kafka\nMetadata:\n  authType: "none"\n  brokers: "kafka:9092"' in found
    assert '  redisPassword: {"secretKeyRef": {"name": "db-login", "key": "password"}}' in found
    assert "### `store`\n\nFor all applications of the namespace." in found


def test_subscriptions_routes_and_annotations() -> None:
    found = section(HEADING, secrets=SECRETS, resources={"my_job": process()}, dapr=DAPR)
    assert "| `orders` | `bus` | `orders` | `/orders` | dropped | `c-app` |" in found
    assert "| `a-app` | `a-app:8000` | `http://localhost:3500/v1.0/invoke/a-app/method` |" in found
    assert 'dapr.io/metrics-port: "9091"' in found


def test_every_application_that_is_named_is_one() -> None:
    dapr = model(secrets=SECRETS, resources={"my_job": process()}, dapr=DAPR).dapr
    assert dapr is not None
    assert applications(dapr) == ["a-app", "b-app", "c-app", "my-job"]


def test_where_sidecars_are_reached() -> None:
    found = section("Service Endpoints", secrets=SECRETS, resources={"my_job": process()}, dapr=DAPR)
    assert "`localhost:3500` (HTTP), `localhost:50001` (gRPC)" in found
    assert "- **Metrics**: port 9091 of the pod" in found


def test_without_dapr_it_says_so() -> None:
    assert section(HEADING) == "The binding does not use Dapr."
