"""Finds Deployments by what other objects say about them."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json, mapping_at, text_at
from function.importing import kinds
from function.importing.written import account_of

_SELECTORS: Mapping[str, tuple[str, ...]] = {
    kinds.SERVICE: ("spec", "selector"),
    kinds.BUDGET: ("spec", "selector", "matchLabels"),
    kinds.POD_MONITOR: ("spec", "selector", "matchLabels"),
    kinds.SERVICE_MONITOR: ("spec", "selector", "matchLabels"),
    kinds.NETWORK_POLICY: ("spec", "podSelector", "matchLabels"),
}
_POD_LABELS = ("spec", "template", "metadata", "labels")
_LABELS = ("metadata", "labels")


class Index:
    """The Deployments by name, by ServiceAccount, and by each label of their pods and Services, with positions."""

    def __init__(self, deployments: Sequence[Json]) -> None:
        self._names: dict[tuple[str, str], list[int]] = {}
        self._accounts: dict[tuple[str, str], list[int]] = {}
        self._pods = _Labels()
        self._services = _Labels()
        self._any_name = {text_at(deployment, "metadata", "name") for deployment in deployments}
        for position, deployment in enumerate(deployments):
            namespace = text_at(deployment, "metadata", "namespace")
            self._names.setdefault((namespace, text_at(deployment, "metadata", "name")), []).append(position)
            self._accounts.setdefault((namespace, account_of(deployment)), []).append(position)
            self._pods.add(namespace, mapping_at(deployment, *_POD_LABELS), position)

    def is_name(self, name: str) -> bool:
        """Return whether a Deployment has this name."""
        return name in self._any_name

    def add_service(self, service: Json, position: int) -> None:
        """Remember the Service of a Deployment, for its ServiceMonitor."""
        self._services.add(text_at(service, "metadata", "namespace"), mapping_at(service, *_LABELS), position)

    def owners(self, kind: str, value: Json) -> list[int]:
        """Return the positions of the Deployments to which an object of a kind belongs."""
        namespace = text_at(value, "metadata", "namespace")
        if kind == kinds.ACCOUNT:
            return self._accounts.get((namespace, text_at(value, "metadata", "name")), [])
        if kind in (kinds.SCALED_OBJECT, kinds.AUTOSCALER):
            target = mapping_at(value, "spec", "scaleTargetRef")
            is_deployment = target.get("kind", kinds.DEPLOYMENT) == kinds.DEPLOYMENT
            return self._names.get((namespace, text_at(target, "name")), []) if is_deployment else []
        labels = self._services if kind == kinds.SERVICE_MONITOR else self._pods
        return labels.matching(namespace, mapping_at(value, *_SELECTORS[kind]))


class _Labels:
    """Positions by labels."""

    def __init__(self) -> None:
        self._by_label: dict[tuple[str, str, str], dict[int, Mapping[str, Json]]] = {}

    def add(self, namespace: str, labels: Mapping[str, Json], position: int) -> None:
        for key, value in labels.items():
            self._by_label.setdefault((namespace, key, str(value)), {})[position] = labels

    def matching(self, namespace: str, selector: Mapping[str, Json]) -> list[int]:
        """Return the positions whose labels have all of the selector's; an empty selector matches none."""
        found = [self._by_label.get((namespace, key, str(value)), {}) for key, value in selector.items()]
        rarest = min(found, key=len, default={})
        return [
            position
            for position, labels in rarest.items()
            if all(labels.get(key) == value for key, value in selector.items())
        ]
