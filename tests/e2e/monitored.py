"""The section `monitoring` of a binding without Flink jobs; the example `monitoring` has one, and its PodMonitor."""

MONITORING = {
    "metrics": {"type": "prometheus", "application_metrics": {"errors": "count"}},
    "tracing": {"type": "otel", "endpoint": "http://collector.example.org:4317", "sampling_rate": 0.5},
    "logging": {"level": "INFO", "outputs": [{"type": "stdout"}]},
    "alerts": [
        {
            "name": "errors",
            "condition": "errors > 3 for 5m",
            "severity": "info",
            "channels": ["slack://e2e", "pagerduty://e2e"],
        }
    ],
    "receivers": [
        {"type": "slack", "name": "e2e", "webhook_url": "secret://own/url"},
        {"type": "pagerduty", "name": "e2e", "routing_key": "secret://own/key"},
    ],
}
SWITCHED_ON = {
    "alerts": {"prometheusRules": True, "alertmanagerConfigs": True},
    "tracing": {"instrumentation": True},
}
"""The settings with which all its objects are created."""
