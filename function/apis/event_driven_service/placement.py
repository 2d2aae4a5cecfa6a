"""What the platform sets in the pods of all services: where they run, and how they resolve names."""

from collections.abc import Mapping, Sequence

from function.apis.event_driven_service.model.pod import TopologySpread
from function.base.manifest import Manifest, present
from function.base.model import Spec
from function.platform.placement import Affinity, PodAffinity, PodTerm, Spread
from function.platform.pod_defaults import PodDefaults

_REQUIRED, _PREFERRED = (f"{strength}DuringSchedulingIgnoredDuringExecution" for strength in ("required", "preferred"))


def placement(pods: PodDefaults, selector: Mapping[str, str]) -> Manifest:
    """Return fields of the pod's `spec`; `selector` selects the pods of the service."""
    return {
        "nodeSelector": dict(pods.node_selector),
        "tolerations": [_dumped(toleration) for toleration in pods.tolerations],
        "affinity": _affinity(pods.affinity, selector),
        "priorityClassName": pods.priority_class_name,
        "runtimeClassName": pods.runtime_class_name,
        "dnsPolicy": pods.dns_policy,
        "dnsConfig": _dumped(pods.dns_config) if pods.dns_config.model_fields_set else None,
    }


def spread(
    claimed: Sequence[TopologySpread], defaults: Sequence[Spread], selector: Mapping[str, str]
) -> list[Manifest]:
    """Return `topologySpreadConstraints`: the platform's, without node labels that the claim has, then the claim's."""
    own = {constraint.topology_key for constraint in claimed}
    wanted: list[Spread | TopologySpread] = [
        *(constraint for constraint in defaults if constraint.topology_key not in own),
        *claimed,
    ]
    return [
        {
            "maxSkew": constraint.max_skew,
            "topologyKey": constraint.topology_key,
            "whenUnsatisfiable": constraint.when_unsatisfiable,
            "labelSelector": {"matchLabels": dict(selector)},
        }
        for constraint in wanted
    ]


def _affinity(affinity: Affinity, selector: Mapping[str, str]) -> Manifest:
    if not affinity.model_fields_set:
        return {}
    return present(
        {
            "nodeAffinity": _dumped(affinity.node_affinity),
            "podAffinity": _to_pods(affinity.pod_affinity, selector),
            "podAntiAffinity": _to_pods(affinity.pod_anti_affinity, selector),
        }
    )


def _to_pods(affinity: PodAffinity, selector: Mapping[str, str]) -> Manifest:
    preferred: list[Manifest] = [
        {"weight": pods.weight, "podAffinityTerm": _term(pods.term, selector)} for pods in affinity.preferred
    ]
    return present({_REQUIRED: [_term(term, selector) for term in affinity.required], _PREFERRED: preferred})


def _term(term: PodTerm, selector: Mapping[str, str]) -> Manifest:
    labels = dict(term.match_labels or selector)
    return {"labelSelector": {"matchLabels": labels}, "topologyKey": term.topology_key}


def _dumped(settings: Spec) -> Manifest:
    """Return settings that are spelled as in Kubernetes."""
    found: Manifest = settings.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    return found
