"""InfraBinding documents that tests start from, to be changed at the place a test is about."""

from collections.abc import Mapping

from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.resolve import Resolved, prepare
from function.base.identity import Identity
from function.base.manifest import Json, Manifest, mapping_at
from function.base.request import Request
from function.base.validation import parse
from function.delivery.live import asked
from function.plan import cluster
from function.platform.config import PlatformConfig
from function.render import render
from tests.documents import GROUP, platform
from tests.support import outcome

PAYMENTS = Identity(scope="claims", name="payments", namespace="shop")
VAULT: Manifest = {"address": "https://vault.example.org", "role": "reader"}
PLATFORM = platform(
    kafka={"cluster": "main", "namespace": "kafka"},
    vault=VAULT,
    monitors={"bindings": True, "labels": {"release": "main"}},
    alerts={
        "prometheusRules": True,
        "ruleLabels": {"role": "rules"},
        "alertmanagerConfigs": True,
        "configLabels": {"role": "receivers"},
    },
    tracing={"instrumentation": True},
    dapr={"enabled": True},
    preflight={"image": "ghcr.io/example/function-event-platform:0.1.0"},
    bindingServices={"redisImage": "docker.io/library/redis:8.2.1", "snapshotSchedules": True},
)
"""Settings with which all objects of bindings are made that no policy forbids, and vault secrets need no place of their
own."""
CHECKING = platform(
    **mapping_at(PLATFORM, "spec"),
    policy={"preflight": ["connectivity", "schema_compatibility", "permissions", "capacity"]},
)
"""The same settings, which allow preflights."""

ROUNDS = 4
"""Calls until nothing changes: the objects are created, then the preflight and the jobs, and then the jobs are seen to
be its own."""


def topic(name: str = "orders.v1", **fields: Json) -> Manifest:
    """Return a stream of type kafka."""
    return {"type": "kafka", "topic": name, "brokers": "main-kafka-bootstrap.kafka.svc:9093", **fields}


def completion(name: str = "completions.v1", **fields: Json) -> Manifest:
    """Return a completion of type kafka."""
    return topic(name, **{"producer": {"key_field": "correlation_id"}, **fields})


def vault(**fields: Json) -> Manifest:
    """Return a secret in Vault."""
    return {"provider": "vault", "path": "secret/kafka/production", **fields}


def secret(name: str = "kafka-reader", **fields: Json) -> Manifest:
    """Return a secret of the cluster."""
    return {"provider": "kubernetes", "secret_name": name, **fields}


def process(**fields: Json) -> Manifest:
    """Return a process whose image and jar are known."""
    jar = "local:///opt/flink/usrlib/job.jar"
    return {"image": "company/flink:1.20.1", "jar": jar, "parallelism": 2, "max_parallelism": 128, **fields}


def storage(**fields: Json) -> Manifest:
    """Return a checkpoint of type s3."""
    return {"type": "s3", "bucket": "company-checkpoints", "prefix": "auth/", "interval": "60s", **fields}


FETCHED: Manifest = {"target_name": "fixed", "refresh_interval": "7d", "template{jaas}": "user=$(user)"}
"""Another value for each field that all fetched secrets have, for a document with the key `user` and no templates."""


def binding(**fields: Json) -> Manifest:
    """Return the shortest valid spec, with these fields added or replaced."""
    return {"version": "1.0", "environment": "production", **fields}


def composite(spec: Json, **metadata: Json) -> Manifest:
    """Return the composite that Crossplane makes of a claim."""
    claim: Manifest = {"name": "payments", "namespace": "shop"}
    fields: Manifest = {**spec, "claimRef": claim} if isinstance(spec, dict) else {"claimRef": claim}
    meta: Manifest = {"name": "payments-x7k2p", **metadata}
    return {"apiVersion": GROUP, "kind": "XInfraBinding", "metadata": meta, "spec": fields}


def namespaced(spec: Json) -> Manifest:
    """Return a composite of the namespaced API."""
    meta: Manifest = {"name": "payments", "namespace": "shop"}
    return {"apiVersion": GROUP, "kind": "InfraBinding", "metadata": meta, "spec": spec}


def model(**fields: Json) -> InfraBinding:
    """Return the model of a valid spec."""
    parsed, problems = parse(InfraBinding, binding(**fields), "spec")
    assert parsed is not None
    assert problems == []
    return parsed


def resolved(**fields: Json) -> Resolved:
    """Return a valid spec with PLATFORM applied."""
    return prepare(model(**fields), PAYMENTS, config())


def config(**settings: Json) -> PlatformConfig:
    """Return settings: PLATFORM, with these added or replaced."""
    return PlatformConfig.model_validate({**mapping_at(PLATFORM, "spec"), **settings})


def composed(document: Manifest, seen: Mapping[str, Manifest], settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    """Return what is composed while this is observed; fails for a document that is refused."""
    answer = render(Request(xr=document, observed=seen, platform=settings))
    assert answer.fatal is None, answer.fatal
    return {key: resource.manifest for key, resource in answer.resources.items()}


def settled(document: Manifest, settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    """Return what is observed once the binding has made all its objects and has seen that they are its own."""
    seen: dict[str, Manifest] = {}
    for _ in range(ROUNDS):
        before, seen = seen, cluster.observed(composed(document, seen, settings))
        if seen == before:
            break
    return seen


def manifests(spec: Mapping[str, Json], settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    """Return the plain manifests by key; fails for a spec that is refused."""
    answer = outcome(composite(dict(spec)), settings)
    assert answer.fatal is None, answer.fatal
    return {key: dict(asked(composed.manifest)) for key, composed in answer.resources.items()}
