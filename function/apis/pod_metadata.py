"""Labels and annotations that change the runtime or identity of pods: rejected unless the platform allows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.apis.breach import breach
from function.base.problems import Problem, join

DOMAINS: Mapping[str, tuple[str, ...]] = {
    "changes the security profile of pods": (
        "gatekeeper.sh",
        "kyverno.io",
        "openshift.io",
        "security.alpha.kubernetes.io",
        "security.beta.kubernetes.io",
    ),
    "gives pods a cloud role": (
        "alibabacloud.com",
        "aliyun.com",
        "amazonaws.com",
        "azure.workload.identity",
        "cloud.google.com",
        "iam.gke.io",
        "tencent.com",
        "aadpodidbinding",
    ),
    "changes the network of pods": (
        "antrea.io",
        "cilium.io",
        "cni.cncf.io",
        "danm.k8s.io",
        "gke.io",
        "kube-router.io",
        "multus-cni.io",
        "networkservicemesh.io",
        "ovn.kubernetes.io",
        "ovn.org",
        "projectcalico.org",
        "spidernet.io",
        "yangtse.io",
    ),
    "changes the container runtime": (
        "cdi.k8s.io",
        "cri-o.io",
        "crio.io",
        "nri.io",
    ),
    "injects a sidecar": (
        "1password.com",
        "1password.io",
        "amazon.com",
        "bank-vaults.io",
        "banzaicloud.com",
        "banzaicloud.io",
        "conjur.org",
        "cyberark.com",
        "dapr.io",
        "datadoghq.com",
        "dynatrace.com",
        "elastic.co",
        "getambassador.io",
        "hashicorp.com",
        "infisical.com",
        "istio.io",
        "jaegertracing.io",
        "k8s.aws",
        "kuma.io",
        "linkerd.io",
        "newrelic.com",
        "nginx.com",
        "openservicemesh.io",
        "opentelemetry.io",
        "solo.io",
        "spiffe.io",
        "tumblr.com",
    ),
}
"""What a key does, by its domain or any domain below it."""

PREFIXES: Mapping[str, tuple[str, ...]] = {
    "changes the network of pods": (
        "io.cilium.",
        "kubernetes.io/egress-bandwidth",
        "kubernetes.io/ingress-bandwidth",
    ),
    "changes the container runtime": (
        "dev.gvisor.",
        "io.containerd.",
        "io.crun.",
        "io.katacontainers.",
        "io.kubernetes.",
        "io.podman.",
        "org.systemd.property.",
        "run.oci.",
    ),
    "injects a sidecar": ("akeyless/", "gke-gcsfuse/"),
}
"""What a key does, by how it begins."""


def refused(path: str, keys: Iterable[str], allowed: Sequence[str], setting: str) -> Iterator[Problem]:
    """Yield a problem for each key below `path` that `setting` of the policy must allow but does not."""
    for key in keys:
        what = effect(key)
        if what is not None and denied([key], allowed):
            yield breach(join(path, key), what, setting)


def denied(keys: Iterable[str], allowed: Sequence[str]) -> list[str]:
    """Return the keys that begin with none of the prefixes that the policy allows, sorted."""
    return sorted(key for key in keys if not key.startswith(tuple(allowed)))


def effect(key: str) -> str | None:
    """Return what a label or annotation of this key does to a pod, or None for those that do nothing known."""
    domain = key.partition("/")[0].lower()
    for what, domains in DOMAINS.items():
        if any(domain == known or domain.endswith(f".{known}") for known in domains):
            return what
    return next((what for what, prefixes in PREFIXES.items() if key.lower().startswith(prefixes)), None)
