"""Example values by pattern, for editors and for the minimal document of a reference page."""

from function.base import types as fields
from function.base.manifest import Json
from function.publish.schema.tree import List, Map, Object, Scalar, Schema, Union

EXAMPLES = {
    fields.DNS_LABEL: "orders",
    fields.DNS_SUBDOMAIN: "orders-db",
    fields.ENV_NAME: "LOG_LEVEL",
    fields.CONFIG_KEY: "password",
    fields.QUANTITY: "512Mi",
    fields.INT_OR_PERCENT: "25%",
    fields.ABSOLUTE_PATH: "/data",
    fields.URL_PATH: "/health",
    fields.NATS_NAME: "ORDERS",
    fields.NATS_URL: "nats://nats.nats.svc:4222",
    fields.HOST_PORT: "nats-headless.nats.svc.cluster.local:8222",
    fields.IMAGE: "ghcr.io/example/orders:1.4.2",
    fields.RELATIVE_PATH: "application.properties",
    fields.HTTP_URL: "http://prometheus.monitoring.svc:9090",
    fields.NUMBER: "100",
    fields.CRON: "0 8 * * 1-5",
    fields.VAULT_NAME: "kubernetes",
    fields.GO_DURATION: "1h0m0s",
    fields.VAULT_PATH: "secret/kafka/production",
    fields.LOGICAL_NAME: "auth_events",
    fields.L5_VERSION: "1.0",
    fields.ENVIRONMENT: "production",
    fields.LABEL_KEY: "example.org/team",
    fields.LABEL_VALUE: "payments",
}


def minimal(schema: Schema, path: str) -> Json:
    """Return the smallest valid value; raise ValueError for a required text of which no example is known."""
    if isinstance(schema, Object):
        required = {name: field for name, field in schema.properties.items() if field.required}
        return {name: minimal(field.schema, f"{path}.{name}") for name, field in required.items()}
    if isinstance(schema, Union):
        return minimal(next(iter(schema.variants.values())), path)
    if isinstance(schema, List):
        return [minimal(schema.item, f"{path}[]")] if schema.limits.get("minItems") else []
    if isinstance(schema, Map):
        some = schema.limits.get("minProperties")
        return {str(minimal(schema.key, path)): minimal(schema.value, f"{path}.*")} if some else {}
    return _example(schema, path) if isinstance(schema, Scalar) else {}


def _example(scalar: Scalar, path: str) -> Json:
    known = (*scalar.enum, *scalar.examples)
    if known:
        return known[0]
    if scalar.type == "string":
        raise ValueError(f"{path}: no example of this required text is known. give its model Field(examples=[...])")
    return True if scalar.type == "boolean" else scalar.limits.get("minimum", 1)
