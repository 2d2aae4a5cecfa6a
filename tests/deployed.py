"""The fields of a deployment that have no effect, with another value for each, and those that have one alone."""

from function.base.manifest import Json, Manifest

WITHOUT_EFFECT: Manifest = {
    "kubernetes": {"context": "production", "config_file": "~/.kube/config"},
    "ingress": {"enabled": True, "host": "flink.example.org", "tls": {"enabled": True, "secret_name": "tls"}},
    "service": {"type": "ClusterIP", "rest_port": 8081, "blob_port": 6124, "query_port": 6125},
    "mode": "native",
    "native": {"pod_template_file": "/etc/template.yaml", "quotas": {"cpu": 100, "memory": "200gb"}},
    "application": {"main_class": "com.example.Job", "args": ["--a"], "artifacts": ["s3://jars/job.jar"]},
    "strategy": {
        "type": "rolling_update",
        "rolling": {"max_unavailable": 1, "max_surge": 1, "partition": 0},
        "hooks": {
            "pre_upgrade": [{"action": "savepoint", "timeout": "5m"}],
            "post_upgrade": [{"action": "verify_health", "timeout": "2m"}],
        },
        "blue_green": {
            "keep_old_version": "1h",
            "traffic": {"type": "instant"},
        },
        "canary": {
            "steps": [{"weight": 10, "duration": "10m", "metrics": ["error_rate < 0.01"]}],
            "rollback": {"enabled": True, "on_metrics_failure": True},
        },
    },
    "ci_cd": {"type": "argocd"},
}
FOR_APPLICATIONS: dict[str, Json] = {
    "kubernetes.context": "staging",
    "kubernetes.config_file": "/etc/kube",
    "ingress.enabled": False,
    "ingress.host": "other.example.org",
    "ingress.tls.enabled": False,
    "ingress.tls.secret_name": "other",
    "service.type": "LoadBalancer",
    "service.rest_port": 8082,
    "service.blob_port": 6125,
    "service.query_port": 6126,
    "mode": "application",
    "native.pod_template_file": "/etc/other.yaml",
    "native.quotas.cpu": 50,
    "native.quotas.memory": "100gb",
    "application.main_class": "com.example.Other",
    "application.args[0]": "--b",
    "application.artifacts[0]": "s3://jars/other.jar",
    "strategy.type": "canary",
    "strategy.rolling.max_unavailable": 0,
    "strategy.rolling.max_surge": 2,
    "strategy.rolling.partition": 1,
    "strategy.hooks.pre_upgrade[0].timeout": "10m",
    "strategy.hooks.post_upgrade[0].action": "savepoint",
    "strategy.hooks.post_upgrade[0].timeout": "5m",
    "strategy.blue_green.switch_traffic_after": "verify_health",
    "strategy.blue_green.keep_old_version": "2h",
    "strategy.blue_green.traffic.type": "gradual",
    "strategy.canary.steps[0].weight": 20,
    "strategy.canary.steps[0].duration": "20m",
    "strategy.canary.steps[0].metrics[0]": "latency_p99 < 100ms",
    "strategy.canary.rollback.enabled": False,
    "strategy.canary.rollback.on_metrics_failure": False,
    "ci_cd{type}": "gitlab_ci",
    "ha.type": "kubernetes",
    "task_manager.replicas": 8,
    "pod_template.spec.security_context.run_as_non_root": True,
    "scaling.metrics[1](kafka_lag).target_value": 100,
}
ALONE: dict[str, tuple[str, Manifest, Manifest]] = {
    "ha.type": ("kubernetes", {}, {"ha": {"type": "kubernetes"}}),
    "pod_template.spec.security_context.run_as_non_root": (
        "kubernetes",
        {},
        {"pod_template": {"spec": {"security_context": {"run_as_non_root": True}}}},
    ),
    "scaling.type": ("kubernetes", {}, {"scaling": {"type": "horizontal", "min_replicas": 1, "max_replicas": 4}}),
    "scaling.metrics[](kafka_lag).target_value": (
        "kubernetes",
        {"scaling": {"type": "horizontal", "metrics": [{"type": "kafka_lag", "target_value": 10_000}]}},
        {"scaling": {"type": "horizontal", "metrics": [{"type": "kafka_lag", "target_value": 100}]}},
    ),
    "security.ssl.enabled": (
        "standalone",
        {"security": {"ssl": {"enabled": True}}},
        {"security": {"ssl": {"enabled": False}}},
    ),
    "session.slots_per_task_manager": (
        "yarn",
        {"mode": "session", "session": {"slots_per_task_manager": 4}},
        {"mode": "session", "session": {"slots_per_task_manager": 2}},
    ),
}
"""Targets of a deployment without a field and with it, or with another value, where no other field decides."""
