"""Every plug-in of every API, and the cases in its test module."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from function.apis.event_driven_service import triggers
from function.apis.infra_binding.dapr import components
from function.apis.infra_binding.dapr.configuration import Configuration
from function.apis.infra_binding.dapr.invocation import Invocation
from function.apis.infra_binding.dapr.resiliency.resiliency import Resiliency
from function.apis.infra_binding.dapr.sidecar import Sidecar
from function.apis.infra_binding.dapr.subscription import Subscription
from function.apis.infra_binding.deployment.targets import MODELS as TARGETS
from function.apis.infra_binding.flink.process import Process
from function.apis.infra_binding.infrastructure import platforms
from function.apis.infra_binding.monitoring import metrics, outputs, receivers, tracing
from function.apis.infra_binding.sections import SECTIONS
from function.base.manifest import Manifest
from function.base.model import Spec
from tests import bindings
from tests.documents import namespaced, worker
from tests.leaves import replaced
from tests.plug_ins.cases import Cases


@dataclass(frozen=True, kw_only=True)
class PlugIn:
    """A model that an API accepts at `path`, which its `tag` selects."""

    kind: str
    path: str
    tag: str
    model: type[Spec]
    composite: Callable[[Manifest], Manifest]
    """Returns the shortest composite that holds a document of the plug-in."""

    def __str__(self) -> str:
        return f"{self.path}({self.tag})"


COMPLETIONS: Manifest = {
    name: bindings.completion(name, brokers="x-kafka-bootstrap.far.svc:9093") for name in ("accounts", "others")
}
"""Entries to which sinks can report, whose topics must exist."""


JOBS: Manifest = {"deployment": {"type": "kubernetes"}, "resources": {"entry": bindings.process()}}
"""A process that is deployed: checkpoints and state backends have an effect on nothing else."""


MONITORING: Mapping[str, Mapping[str, type[Spec]]] = {
    "monitoring.metrics": metrics.MODELS,
    "monitoring.tracing": tracing.MODELS,
    "monitoring.logging.outputs[0]": outputs.MODELS,
    "monitoring.receivers[0]": receivers.MODELS,
}
"""The plug-ins of the section `monitoring`, by their places."""


DAPR: Mapping[str, type[Spec]] = {
    "subscriptions.entry": Subscription,
    "invocation": Invocation,
    "configuration": Configuration,
    "resiliency": Resiliency,
}
"""The parts of the section `dapr` that have one type, by their places."""
BROKERS: Manifest = {
    name: {"type": "pubsub.kafka", "metadata": {"brokers": "kafka:9092"}} for name in ("broker", "other")
}
"""Components to which these parts refer."""


def plug_ins() -> Iterator[PlugIn]:
    """Yield the plug-ins, family by family."""
    for tag, trigger in triggers.MODELS.items():
        yield PlugIn(
            kind="EventDrivenService",
            path="spec.scaling.triggers[0]",
            tag=tag,
            model=trigger,
            composite=_service,
        )
    for section, members in SECTIONS.items():
        for tag, member in members.items():
            yield PlugIn(
                kind="InfraBinding",
                path=f"spec.{section}.entry",
                tag=tag,
                model=member,
                composite=partial(_binding, section),
            )
    for tag, component in components.MODELS.items():
        path = "spec.dapr.components.entry"
        yield PlugIn(kind="InfraBinding", path=path, tag=tag, model=component, composite=_component)
    for place, part in DAPR.items():
        tag, composite = part.__name__.lower(), partial(_dapr, place)
        yield PlugIn(kind="InfraBinding", path=f"spec.dapr.{place}", tag=tag, model=part, composite=composite)
    yield PlugIn(kind="InfraBinding", path="spec.dapr.sidecar", tag="sidecar", model=Sidecar, composite=_sidecar)
    for tag, platform in platforms.MODELS.items():
        path = "spec.infrastructure.runtime"
        yield PlugIn(kind="InfraBinding", path=path, tag=tag, model=platform, composite=_runtime)
    for tag, target in TARGETS.items():
        yield PlugIn(kind="InfraBinding", path="spec.deployment", tag=tag, model=target, composite=_deployment)
    for place, models in MONITORING.items():
        for tag, model in models.items():
            yield PlugIn(
                kind="InfraBinding", path=f"spec.{place}", tag=tag, model=model, composite=partial(_monitoring, place)
            )
    yield PlugIn(
        kind="InfraBinding",
        path="spec.resources.entry",
        tag="process",
        model=Process,
        composite=_process,
    )


def tests_of(model: type[Spec]) -> str:
    """Return the name of the module with the tests of a plug-in."""
    package, _, name = model.__module__.rpartition(".")
    return f"{package.replace('function', 'tests', 1)}.test_{name}"


def cases(model: type[Spec]) -> Cases | None:
    """Return the CASES in the plug-in's test module, or None where there are none."""
    name = tests_of(model)
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
        return None
    found: Cases | None = getattr(module, "CASES", None)
    return found


def missing(model: type[Spec]) -> Iterator[str]:
    """Yield what to write where a plug-in has no cases."""
    if cases(model) is None:
        yield f"{tests_of(model).replace('.', '/')}.py: must hold CASES = Cases(whole=..., changes=..., refused=...)"


def _service(document: Manifest) -> Manifest:
    return namespaced(worker(scaling={"triggers": [document]}))


def _runtime(document: Manifest) -> Manifest:
    return bindings.namespaced(bindings.binding(infrastructure={"runtime": document}))


def _deployment(document: Manifest) -> Manifest:
    processes: Manifest = {"entry": {"jar": "local:///job.jar", "parallelism": 8, "max_parallelism": 720}}
    others: Manifest = {"resources": processes, "checkpoints": {"entry": bindings.storage()}}
    return bindings.namespaced(bindings.binding(**others, deployment=document))


def _monitoring(place: str, document: Manifest) -> Manifest:
    section: Manifest = {"logging": {"outputs": [{}]}, "receivers": [{}]} if place.endswith("]") else {}
    used = place.split(".")[1].partition("[")[0]
    others: Manifest = {**JOBS, "checkpoints": {"entry": bindings.storage()}, "secrets": {"db": bindings.secret()}}
    spec = bindings.binding(**others, monitoring={used: section.get(used)})
    return bindings.namespaced(replaced(spec, place, document))


def _component(document: Manifest) -> Manifest:
    others: Manifest = {"secrets": {"db": bindings.secret()}}
    return bindings.namespaced(bindings.binding(**others, dapr={"components": {"entry": document}}))


def _dapr(place: str, document: Manifest) -> Manifest:
    spec = bindings.binding(dapr={"components": BROKERS, "subscriptions": {}})
    return bindings.namespaced(replaced(spec, f"dapr.{place}", document))


def _sidecar(document: Manifest) -> Manifest:
    processes: Manifest = {name: bindings.process() for name in ("entry", "other")}
    jobs: Manifest = {**JOBS, "resources": processes, "checkpoints": {"entry": bindings.storage()}}
    return bindings.namespaced(bindings.binding(**jobs, dapr={"sidecar": document}))


def _process(document: Manifest) -> Manifest:
    stores: Manifest = {name: bindings.storage(prefix=name) for name in ("entry", "other")}
    backends: Manifest = {"entry": {"type": "rocksdb"}, "other": {"type": "rocksdb", "incremental": True}}
    others: Manifest = {**JOBS, "checkpoints": stores, "state_backends": backends, "resources": {"entry": document}}
    return bindings.namespaced(bindings.binding(**others))


def _binding(section: str, document: Manifest) -> Manifest:
    others: Manifest = {"secrets": {"db": bindings.secret()}, "completions": COMPLETIONS}
    if section in ("checkpoints", "state_backends"):
        others = {**JOBS, "checkpoints": {"entry": bindings.storage()}}
    return bindings.namespaced(bindings.binding(**{**others, section: {"entry": document}}))


CASES = [(plug_in, found) for plug_in in plug_ins() if (found := cases(plug_in.model)) is not None]
"""The plug-ins that have cases, with them; a test says which have none."""
