"""Documents that use a field with one value and with another: from CASES, and from the tests of whole sections."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from function.apis.infra_binding.member import Member
from function.base.manifest import Json, Manifest, mapping_at
from function.base.placed import value_at, with_value, without_value
from function.base.request import Request
from function.yaml.node import value_of
from tests import deployed, monitored, network, terraform
from tests.apis.infra_binding.infrastructure import test_infrastructure
from tests.apis.infra_binding.monitoring import test_monitoring
from tests.apis.infra_binding.network_policies import test_network_policies
from tests.bindings import PLATFORM, binding, namespaced, process, storage, topic
from tests.documents import platform
from tests.infra_files.files import loaded
from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, SHARED, infrastructure
from tests.leaves import leaf, replaced
from tests.plug_ins.cases import Cases
from tests.plug_ins.families import CASES, JOBS, PlugIn
from tests.plug_ins.test_fields import settings

_STATES: Json = ["workspace=prod", "workspace=staging", "bucket=acme-state", "bucket=other", "key=shop/"]
_OF_A_MODULE: Manifest = {
    "module_source": f"{terraform.REPOSITORY}//modules/other",
    "module_version": "v3.3.0",
    "workspace": "staging",
    "backend_config{}": {"bucket": "other", "key": "shop/emr.tfstate"},
    "crossplane": "apply",
}
"""Another value of each field about a module that a Workspace runs."""


class Use(NamedTuple):
    """A field, and two requests that differ in its value."""

    field: str
    before: Request
    after: Request


@cache
def uses() -> Mapping[str, list[Use]]:
    """Return the uses by field, such as `streams{}(kafka).topic`."""
    found: dict[str, list[Use]] = {}
    for use in (
        *_of_plug_ins(),
        *_of_monitoring(),
        *_of_infrastructure(),
        *_of_workspaces(),
        *_of_network_policies(),
        *_of_the_document(),
        *_of_deployment(),
        _of_preflight(),
        _of_files(),
    ):
        found.setdefault(use.field, []).append(use)
    return found


def _of_plug_ins() -> Iterator[Use]:
    for plug_in, cases in CASES:
        if plug_in.kind == "InfraBinding":
            for place in cases.changes:
                yield _of_plug_in(plug_in, cases, place)


def _of_plug_in(plug_in: PlugIn, cases: Cases, place: str) -> Use:
    field, whole, platform = leaf(place), cases.whole, settings(cases)
    changed = replaced(whole, place, cases.changes[place])
    spellings = plug_in.model.spellings if issubclass(plug_in.model, Member) else {}
    if field in spellings:
        whole = _respelled(whole, spellings)
        changed = with_value(whole, field.split("."), cases.changes[spellings[field]])
    before, after = (Request(xr=plug_in.composite(found), platform=platform) for found in (whole, changed))
    return Use(f"{prefix(plug_in)}.{field}", before, after)


def _respelled(whole: Manifest, spellings: Mapping[str, str]) -> Manifest:
    """Return the document with the other spelling of each setting that has one."""
    for other, path in spellings.items():
        value = value_at(whole, path.split("."))
        if value is not None:
            whole = with_value(without_value(whole, path.split(".")), other.split("."), value)
    return whole


def prefix(plug_in: PlugIn) -> str:
    """Return the place of a plug-in in a binding, such as `streams{}(kafka)`, without a type if there is only one."""
    place = plug_in.path.removeprefix("spec.").replace(".entry", "{}").replace("[0]", "[]")
    tags = {getattr(info.annotation, "__args__", ()) for info in plug_in.model.model_fields.values()}
    return f"{place}({plug_in.tag})" if (plug_in.tag,) in tags else place


def _of_monitoring() -> Iterator[Use]:
    outputs: list[Manifest] = [{"logging": {"outputs": found}} for found in ([], [{"type": "stdout"}])]
    yield _use("monitoring.logging.outputs[](stdout).type", *(monitored.spec(**found) for found in outputs))
    for place, value in test_monitoring.CHANGES.items():
        whole = test_monitoring.WHOLE
        yield _use(f"monitoring.{place}", monitored.spec(**whole), monitored.spec(**replaced(whole, place, value)))


def _of_network_policies() -> Iterator[Use]:
    whole = test_network_policies.WHOLE
    for place, value in test_network_policies.CHANGES.items():
        specs = (network.spec(policies) for policies in (whole, replaced(whole, place, value)))
        requests = (Request(xr=namespaced(spec), platform=network.settings()) for spec in specs)
        yield Use(leaf(f"network_policies.{place}"), *requests)


def _of_infrastructure() -> Iterator[Use]:
    whole = test_infrastructure.WHOLE
    anywhere: Manifest = {**whole, "runtime": {"platform": "databricks", **SHARED, **CLOUDS}}
    for place, value in test_infrastructure.CHANGES.items():
        yield _of_runtime(place, whole, value)
    for place, value in CHANGES.items():
        yield _of_runtime(f"runtime(emr).{place}", whole, value)
    for place, value in OF_CLOUDS.items():
        yield _of_runtime(f"runtime(databricks).{place}", anywhere, value)
    yield _of_runtime("provider", {"provider": "manual"}, "pulumi")


def _of_workspaces() -> Iterator[Use]:
    everything = terraform.settings(refs=["*"], states={"*": _STATES})
    for field, value in _OF_A_MODULE.items():
        specs = (terraform.spec(), terraform.spec(**{field.partition("{")[0]: value}))
        yield Use(
            f"infrastructure.terraform.{field}", *(Request(xr=namespaced(it), platform=everything) for it in specs)
        )
    variables: tuple[Manifest, ...] = ({"days": 30}, {"days": 31})
    whole = (Request(xr=namespaced(terraform.spec(found)), platform=everything) for found in variables)
    yield Use("infrastructure.metadata.variables{}", *whole)


def _of_runtime(place: str, whole: Manifest, value: Json) -> Use:
    return _use(f"infrastructure.{place}", infrastructure(**whole), infrastructure(**replaced(whole, place, value)))


def _of_the_document() -> Iterator[Use]:
    yield _use("version", binding(), binding(version="1.1"))
    yield _use("environment", binding(), binding(environment="staging"))
    yield _use("description", binding(description="one"), binding(description="two"))
    named = {name: binding(variables={"TOPIC": name}, streams={"entry": topic("${TOPIC}")}) for name in ("a", "b")}
    yield _use("variables{}", named["a"], named["b"])
    jobs: list[Manifest] = [
        {**JOBS, "resources": {"entry": process(), "_defaults": {"task_memory": memory}}} for memory in ("2gb", "4gb")
    ]
    yield _use("resources._defaults.task_memory", *(binding(**fields) for fields in jobs))


def _of_deployment() -> Iterator[Use]:
    """Return fields that change nothing beside the other fields of CASES, or with the usual settings of a platform."""
    settings: Manifest = {"flink": {"highAvailability": False}, "security": {"profile": "baseline"}}
    whole = platform(**{**mapping_at(PLATFORM, "spec"), **settings})
    jobs: Manifest = {"resources": {"entry": process()}, "checkpoints": {"entry": storage()}}
    for field, (tag, *targets) in deployed.ALONE.items():
        specs = (binding(**jobs, deployment={"type": tag, **target}) for target in targets)
        before, after = (Request(xr=namespaced(spec), platform=whole) for spec in specs)
        yield Use(f"deployment({tag}).{field}", before, after)


def _of_preflight() -> Use:
    """Return the same binding without a check and with one, which the platform allows."""
    store: Manifest = {"lookups": {"entry": {"type": "redis", "uri": "redis://cache.shop.svc:6379"}}}
    settings: Manifest = {
        "policy": {"preflight": ["connectivity"]},
        "preflight": {"image": "ghcr.io/example/function:1"},
    }
    whole = platform(**{**mapping_at(PLATFORM, "spec"), **settings})
    specs = (binding(**store), binding(**store, preflight={"checks": ["connectivity"]}))
    return Use("preflight.checks[]", *(Request(xr=namespaced(spec), platform=whole) for spec in specs))


def _of_files() -> Use:
    """Return the same file with and without a parent."""
    child = 'version: "1.0"\nenvironment: test\n'
    stream = "streams: {entry: {type: kafka, topic: a, brokers: main-kafka-bootstrap.kafka.svc:9093}}\n"
    texts = {
        "alone.infra": child + stream,
        "child.infra": f"extends: parent.infra\n{child}{stream}",
        "parent.infra": "streams: {entry: {partitions: 12}}\n",
    }
    nodes = [loaded(texts, name).node for name in ("alone.infra", "child.infra")]
    specs = [value_of(node) for node in nodes if node is not None]
    return _use("extends", *specs)


def _use(field: str, before: Json, after: Json) -> Use:
    requests = (Request(xr=namespaced(spec), platform=PLATFORM) for spec in (before, after))
    return Use(leaf(field), *requests)
