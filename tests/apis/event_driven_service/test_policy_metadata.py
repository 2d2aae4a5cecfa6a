import pytest

from function.apis.pod_metadata import effect
from function.base.manifest import Json
from function.render import check
from tests.documents import platform, worker, xr
from tests.support import assert_rejects

POLICY = "not allowed by PlatformConfig.spec.policy"
KNOWN: dict[str, list[str]] = {
    "changes the security profile of pods": [
        *("container.apparmor.security.beta.kubernetes.io/main", "seccomp.security.alpha.kubernetes.io/pod"),
        *("container.seccomp.security.alpha.kubernetes.io/main", "security.alpha.kubernetes.io/unsafe-sysctls"),
        *("openshift.io/required-scc", "pod-policies.kyverno.io/autogen-controllers", "admission.gatekeeper.sh/ignore"),
    ],
    "gives pods a cloud role": [
        *("eks.amazonaws.com/role-arn", "iam.amazonaws.com/role", "iam.gke.io/gcp-service-account"),
        *("azure.workload.identity/use", "azure.workload.identity/client-id", "aadpodidbinding"),
        *("pod-identity.alibabacloud.com/injection", "cloud.google.com/neg", "k8s.aliyun.com/eci-ram-role-name"),
        "eks.tke.cloud.tencent.com/role-name",
    ],
    "changes the network of pods": [
        *("k8s.v1.cni.cncf.io/networks", "v1.multus-cni.io/default-network", "cni.projectcalico.org/ipAddrs"),
        *("policy.cilium.io/no-track-port", "k8s.ovn.org/pod-networks", "ovn.kubernetes.io/logical_switch"),
        *("kubernetes.io/egress-bandwidth", "kubernetes.io/ingress-bandwidth", "networking.gke.io/interfaces"),
        *("io.cilium.proxy-visibility", "yangtse.io/security-group-ids", "networkservicemesh.io"),
    ],
    "changes the container runtime": [
        *("io.kubernetes.cri-o.Devices", "io.kubernetes.cri-o.userns-mode", "io.kubernetes.cri.container-type"),
        *("cpu-load-balancing.crio.io", "seccomp-profile.kubernetes.cri-o.io/POD", "io.containerd.runc.v2.x"),
        *("io.katacontainers.config.hypervisor.kernel_params", "dev.gvisor.spec.mount.x", "org.systemd.property.Slice"),
        *("run.oci.keep_original_groups", "devices.nri.io/container.main", "cdi.k8s.io/gpu", "IO.Kubernetes.cri-o.x"),
    ],
    "injects a sidecar": [
        *("sidecar.istio.io/inject", "istio.io/rev", "inject.istio.io/templates", "linkerd.io/inject"),
        *("config.linkerd.io/proxy-image", "dapr.io/enabled", "dapr.io/sidecar-image", "consul.hashicorp.com/inject"),
        *("vault.hashicorp.com/agent-inject", "vault.hashicorp.com/role", "kuma.io/sidecar-injection"),
        *("instrumentation.opentelemetry.io/inject-python", "sidecar.jaegertracing.io/inject", "gke-gcsfuse/volumes"),
        *("admission.datadoghq.com/enabled", "appmesh.k8s.aws/sidecarInjectorWebhook", "operator.1password.io/inject"),
        *("vault.security.bank-vaults.io/vault-role", "injector.nsm.nginx.com/auto-inject", "akeyless/enabled"),
        *("telepresence.getambassador.io/inject-traffic-agent", "org.infisical.com/inject"),
        "cloudwatch.aws.amazon.com/auto-annotate-java",
    ],
}
HARMLESS = [
    *("team", "example.org/audit", "prometheus.io/scrape", "checksum/config", "kubectl.kubernetes.io/restartedAt"),
    *("notdapr.io/x", "dapr.io.example.org/x", "example.org/dapr.io", "cluster-autoscaler.kubernetes.io/safe-to-evict"),
    *("kubernetes.io/description", "app", "istio", "containerd.example.org/x", "my-amazonaws.com/x"),
]


@pytest.mark.parametrize(("what", "key"), [(what, key) for what, keys in KNOWN.items() for key in keys])
def test_a_key_that_needs_consent(what: str, key: str) -> None:
    assert effect(key) == what
    for field in ("podAnnotations", "podLabels"):
        assert_rejects(worker(**{field: {key: "x"}}), f"spec.{field}.{key}", f"{what}; {POLICY}.{field}")
        prefix = key.partition("/")[0]
        assert check(xr(worker(**{field: {key: "x"}})), platform(policy={field: [prefix]})) == []


@pytest.mark.parametrize("key", HARMLESS)
def test_a_key_that_needs_none(key: str) -> None:
    assert effect(key) is None
    assert check(xr(worker(podAnnotations={key: "x"}, podLabels={key: "x"})), {}) == []


def test_consent_for_labels_is_none_for_annotations() -> None:
    settings = platform(policy={"podLabels": ["dapr.io/"]})
    spec = worker(podLabels={"dapr.io/x": "a"}, podAnnotations={"dapr.io/x": "a"})
    assert [problem.path for problem in check(xr(spec), settings)] == ["spec.podAnnotations.dapr.io/x"]


def test_a_longer_prefix_allows_less() -> None:
    settings = platform(policy={"podAnnotations": ["dapr.io/app-"]})
    spec = worker(podAnnotations={"dapr.io/app-id": "orders", "dapr.io/sidecar-image": "evil"})
    assert [problem.path for problem in check(xr(spec), settings)] == ["spec.podAnnotations.dapr.io/sidecar-image"]


@pytest.mark.parametrize(
    "key", ["eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "team", "example.org/x"]
)
def test_a_service_account_has_listed_annotations_only(key: str) -> None:
    spec = worker(serviceAccount={"annotations": {key: "x"}})
    said = f"may give the pods a cloud role; {POLICY}.serviceAccountAnnotations"
    assert_rejects(spec, f"spec.serviceAccount.annotations.{key}", said)
    allowed: Json = {"serviceAccountAnnotations": [key]}
    assert check(xr(spec), platform(policy=allowed)) == []
