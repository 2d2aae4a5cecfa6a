"""The examples of the page "Make it yours": a setting, what it is for, and what a claim adds."""

from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Adaptation:
    """One example: `settings` are fields of PlatformConfig.spec, `spec` fields of the claim."""

    title: str
    text: str
    settings: Manifest
    spec: Manifest = field(default_factory=dict)


def _pod(**fields: Json) -> Manifest:
    return {"defaults": {"pod": fields}}


ADAPTATIONS = (
    Adaptation(
        title="Address of NATS",
        text="`nats` also has the account and the monitoring endpoint.",
        settings={"nats": {"url": "nats://nats.messaging.svc:4222"}},
    ),
    Adaptation(
        title="Sizes",
        text="A new table replaces the built-in one. The XRD must too: see [Your own group](#your-own-group).",
        settings={
            "sizes": {"medium": {"requests": {"cpu": "100m", "memory": "256Mi"}, "limits": {"memory": "512Mi"}}},
        },
    ),
    Adaptation(
        title="Labels and annotations",
        text="They are on all objects, and the labels on the pods too. They never change the selector.",
        settings={"defaults": {"labels": {"cost-center": "4711"}, "annotations": {"example.org/owner": "platform"}}},
    ),
    Adaptation(
        title="Annotations of pods",
        text="For monitoring agents that read annotations, for example.",
        settings=_pod(annotations={"prometheus.io/scrape": "true", "prometheus.io/port": "8080"}),
    ),
    Adaptation(
        title="Environment variables",
        text="A proxy, or OpenTelemetry. A claim that sets one is rejected unless `defaults.overridable` has `env`.",
        settings=_pod(
            env=[
                {"name": "HTTPS_PROXY", "value": "http://proxy.example.org:3128"},
                {"name": "OTEL_SERVICE_NAME", "fieldPath": "metadata.labels['app.kubernetes.io/name']"},
            ]
        ),
        spec={"env": [{"name": "MODE", "value": "fast"}]},
    ),
    Adaptation(
        title="Credentials of registries",
        text="The Secret must exist in each namespace.",
        settings=_pod(imagePullSecrets=["registry"]),
    ),
    Adaptation(
        title="Nodes",
        text="`nodeSelector` and `tolerations` belong together for nodes that are reserved by a taint.",
        settings=_pod(
            nodeSelector={"pool": "workers"},
            tolerations=[{"key": "dedicated", "operator": "Equal", "value": "workers", "effect": "NoSchedule"}],
        ),
    ),
    Adaptation(
        title="Affinity",
        text="A term without `matchLabels` selects the pods of the service itself.",
        settings=_pod(
            affinity={
                "podAntiAffinity": {
                    "preferredDuringSchedulingIgnoredDuringExecution": [
                        {"weight": 100, "podAffinityTerm": {"topologyKey": "kubernetes.io/hostname"}}
                    ]
                }
            }
        ),
    ),
    Adaptation(
        title="Spreading across zones",
        text="A claim can spread its pods across other node labels in addition.",
        settings=_pod(topologySpread=[{"topologyKey": "topology.kubernetes.io/zone"}]),
    ),
    Adaptation(
        title="Priority and runtime",
        text="Both classes must exist.",
        settings=_pod(priorityClassName="business-critical", runtimeClassName="gvisor"),
    ),
    Adaptation(
        title="DNS",
        text="Fewer searches for external names, for example.",
        settings=_pod(dnsConfig={"options": [{"name": "ndots", "value": "2"}]}),
    ),
    Adaptation(
        title="Old revisions",
        text="How many ReplicaSets a Deployment keeps for `kubectl rollout undo`.",
        settings={"defaults": {"revisionHistoryLimit": 3}},
    ),
    Adaptation(
        title="Network",
        text="Pods reach DNS and NATS; monitoring and their own namespace reach them. A claim opens, by name, what the "
        "platform defines. Apply `package/rbac` first: the roles must cover networkpolicies.",
        settings={
            "networkPolicy": {
                "enabled": True,
                "connections": {"postgres": [{"namespace": "databases", "ports": [5432]}]},
            }
        },
        spec={"connections": ["postgres"]},
    ),
    Adaptation(
        title="Overlays",
        text="A strategic merge patch for everything else. Conditions compare the claim as it is written. "
        "`platformctl render --explain` shows which values an overlay sets.",
        settings={
            "overlays": [
                {
                    "name": "graceful-shutdown",
                    "kinds": ["Deployment"],
                    "match": [{"field": "namespace", "operator": "In", "values": ["shop"]}],
                    "patch": {
                        "spec": {
                            "template": {
                                "spec": {
                                    "containers": [
                                        {
                                            "name": "main",
                                            "lifecycle": {"preStop": {"sleep": {"seconds": 5}}},
                                        }
                                    ]
                                }
                            }
                        }
                    },
                }
            ]
        },
    ),
)
