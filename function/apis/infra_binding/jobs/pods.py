"""The pods of a job: what the platform, the monitoring, Dapr, and the deployment of the binding give them."""

from function.apis.infra_binding.dapr.annotations import annotations
from function.apis.infra_binding.deployment.pod_template import OF_FLINK, SecurityContext
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes
from function.apis.infra_binding.flink.version import release
from function.apis.infra_binding.jobs.plan import Plan
from function.base.manifest import Manifest, present
from function.manifests.flink_deployment import Pods

USER = 9999
"""The user of Flink's own images."""


def pods(plan: Plan, binding: str, image: str, *, restricted: bool) -> Pods:
    """Return what the pods of a job have; annotations of Dapr have priority over those of the binding."""
    placed, template = plan.kubernetes, plan.kubernetes.pod_template
    labels = template.metadata.labels
    return Pods(
        service_account=placed.service_account or plan.flink.service_account,
        environment=_environment(plan, image),
        metrics_port=plan.scraped.port if plan.scraped else None,
        labels={key: text for key, text in labels.items() if key not in OF_FLINK},
        annotations={**template.all_annotations(), **annotations(plan.dapr, binding, plan.name)},
        spec=_spec(placed, restricted=restricted),
        container=_container(placed, restricted=restricted),
    )


def _environment(plan: Plan, image: str) -> dict[str, str]:
    """Return the environment variables of the pods; a plug-in is enabled under the name of its release."""
    if plan.checkpoint.entry is None:
        return {}
    storage = plan.checkpoint.entry.storage()
    exact = release(image)
    plugin = {"ENABLE_BUILT_IN_PLUGINS": f"{storage.plugin}-{exact}.jar"} if storage.plugin and exact else {}
    return {**storage.environment, **plugin}


def _spec(placed: Kubernetes, *, restricted: bool) -> Manifest:
    """Return fields of the pod's `spec`."""
    template = placed.pod_template
    pulled = placed.image.pull_secrets if placed.image else []
    return present(
        {
            "imagePullSecrets": [{"name": name} for name in pulled],
            "nodeSelector": template.all_node_labels(),
            "tolerations": [toleration.manifest() for toleration in template.all_tolerations()],
            "affinity": template.spec.affinity.manifest(),
            "securityContext": _of_pod(template.spec.security_context, restricted=restricted),
            "volumes": [volume.manifest() for volume in template.spec.volumes],
        }
    )


def _container(placed: Kubernetes, *, restricted: bool) -> Manifest:
    """Return fields of Flink's container: all that the restricted profile of Pod Security asks of a container."""
    template = placed.pod_template
    drop_all: Manifest = {"drop": ["ALL"]}
    of_pod = _of_pod(template.spec.security_context, restricted=restricted)
    security = present(
        {
            "runAsNonRoot": of_pod.get("runAsNonRoot"),
            "runAsUser": of_pod.get("runAsUser"),
            "allowPrivilegeEscalation": False,
            "capabilities": drop_all if restricted else None,
            "seccompProfile": {"type": "RuntimeDefault"},
        }
    )
    return present(
        {"securityContext": security, "volumeMounts": [mount.manifest() for mount in template.spec.volume_mounts]}
    )


def _of_pod(context: SecurityContext, *, restricted: bool) -> Manifest:
    user = context.run_as_user or (USER if restricted else None)
    return present(
        {
            "runAsNonRoot": restricted or context.run_as_non_root,
            "runAsUser": user,
            "runAsGroup": context.run_as_group,
            "fsGroup": context.fs_group or user,
        }
    )
