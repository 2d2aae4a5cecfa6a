"""No field of the policy is accepted and ignored: with it, a claim is allowed or refused that was not before."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.platform.config import PlatformConfig
from function.render import check, render
from tests.bindings import binding, composite, topic, vault
from tests.documents import platform, worker, xr
from tests.leaves import leaf, leaves
from tests.support import assert_refused

TRIGGER: Manifest = {"type": "prometheus", "serverAddress": "http://p:9090", "query": "up", "threshold": "1"}
KINESIS: Manifest = {"type": "kinesis", "stream": "alerts", "region": "us-east-1", "provision": True}
STORE: Manifest = {"vault": {"address": "https://v", "namespace": "n"}}
AUTH: Manifest = {"auth": {"role": "r", "mount_path": "m", "service_account": "s"}}
ROLE = "arn:aws:iam::123456789012:role/reader"
TENANT = "123e4567-e89b-12d3-a456-426614174000"
AWS: Manifest = {"role": ROLE, "service_account": "s"}
AZURE: Manifest = {"tenant_id": TENANT, "service_account": "s"}
TERRAFORM: Manifest = {
    "module_source": "git::https://example.org/a.git",
    "module_version": "v1",
    "workspace": "prod",
    "crossplane": "apply",
}
SERVICE = xr(
    worker(
        nats={"stream": "ORDERS", "consumer": "c", "account": "APP", "monitoringEndpoint": "other:8222"},
        podAnnotations={"dapr.io/enabled": "true"},
        podLabels={"istio.io/rev": "a"},
        serviceAccount={"annotations": {"eks.amazonaws.com/role-arn": "r"}},
        resources={"requests": {"ephemeral-storage": "1Gi"}, "limits": {"ephemeral-storage": "1Gi"}},
        scaling={"triggers": [TRIGGER]},
    )
)
BINDING = composite(
    binding(
        streams={"a": topic(partitions=3, security={"authentication": "tls"}, producer={}), "b": KINESIS},
        dead_letters={"c": {"type": "s3", "bucket": "failed", "region": "us-east-1", "provision": True}},
        services={
            "db": {
                "type": "postgresql",
                "database": "shop",
                "owner": "shop",
                "instances": 2,
                "storage": {"size": "5Gi", "class": "fast"},
            }
        },
        preflight={"checks": ["connectivity"]},
        deployment={"type": "kubernetes", "service_account": "s", "pod_template": {"tolerations": [{"key": "gpu"}]}},
        dapr={"components": {"broker": {"type": "pubsub.kafka", "metadata": {"brokers": "kafka:9092"}}}},
        infrastructure={
            "provider": "terraform",
            "terraform": TERRAFORM,
            "metadata": {"variables": {"password": "secret://db/k"}},
        },
        network_policies={"namespace": {"ingress": [{"namespace": "tools"}]}},
        secrets={
            "db": vault(keys=["k"], **STORE, **AUTH),
            "aws": {"provider": "aws_parameter_store", "path": "/a", "region": "us-east-1", "auth": AWS},
            "gcp": {"provider": "gcp", "secret_id": "a", "project": "p", "auth": {"service_account": "s"}},
            "azure": {"provider": "azure", "secret_name": "a", "vault_url": "https://v", "auth": AZURE},
        },
    )
)
SMALL: Json = {"cpu": "1m", "memory": "1Mi", "ephemeral-storage": "1Mi"}
SETTINGS: dict[str, tuple[Manifest, Json]] = {
    "reservedNames[]": (SERVICE, ["orders"]),
    "serviceAccountAnnotations[]": (SERVICE, ["eks.amazonaws.com/"]),
    "podAnnotations[]": (SERVICE, ["dapr.io/"]),
    "podLabels[]": (SERVICE, ["istio.io/"]),
    "vault.addresses[]": (BINDING, ["https://v"]),
    "vault.namespaces[]": (BINDING, ["n"]),
    "vault.mountPaths[]": (BINDING, ["m"]),
    "vault.roles[]": (BINDING, ["r"]),
    "vault.serviceAccounts[]": (BINDING, ["s"]),
    "aws.regions[]": (BINDING, ["us-east-1"]),
    "aws.roles[]": (BINDING, [ROLE]),
    "aws.serviceAccounts[]": (BINDING, ["s"]),
    "gcp.projects[]": (BINDING, ["p"]),
    "gcp.serviceAccounts[]": (BINDING, ["s"]),
    "azure.vaultUrls[]": (BINDING, ["https://v"]),
    "azure.tenants[]": (BINDING, [TENANT]),
    "azure.serviceAccounts[]": (BINDING, ["s"]),
    "streams.prefixes{}[]": (BINDING, {"*": ["shop."]}),
    "streams.kinesisProvision": (BINDING, True),
    "streams.kafkaUsers": (BINDING, True),
    "streams.bucketProvision": (BINDING, True),
    "dapr.requireScopes": (BINDING, True),
    "dapr.components[]": (BINDING, ["state.redis"]),
    "networkPolicies.namespaces[]": (BINDING, ["tools"]),
    "networkPolicies.wholeNamespace": (BINDING, True),
    "bindingServices.types[]": (BINDING, ["postgresql"]),
    "bindingServices.maxInstances": (BINDING, 1),
    "bindingServices.maxStorage": (BINDING, "1Gi"),
    "bindingServices.storageClasses[]": (BINDING, ["slow"]),
    "preflight[]": (BINDING, ["connectivity"]),
    "flink.serviceAccounts[]": (BINDING, ["s"]),
    "flink.tolerations[]": (BINDING, ["gpu"]),
    "terraform.modules[]": (BINDING, ["git::https://example.org/"]),
    "terraform.states{}[]": (BINDING, {"*": ["workspace=prod"]}),
    "terraform.refs[]": (BINDING, ["v*"]),
    "terraform.secrets": (BINDING, True),
    "terraform.apply": (BINDING, True),
    "nats.accounts[]": (SERVICE, ["OTHER"]),
    "nats.monitoringEndpoints[]": (SERVICE, ["third:8222"]),
    "nats.streams{}[]": (SERVICE, {"*": ["SHOP_"]}),
    "triggers[]": (SERVICE, ["cron"]),
    "prometheusAddresses[]": (SERVICE, ["http://other:9090"]),
    "imageDigest": (SERVICE, True),
    **{f"maxRequests.{name}": (SERVICE, "1m") for name in ("cpu", "memory", "ephemeral-storage")},
    **{f"maxLimits.{name}": (SERVICE, "1m") for name in ("cpu", "memory", "ephemeral-storage")},
}


def policy(place: str, value: Json) -> Manifest:
    outer, _, inner = place.replace("[]", "").replace("{}", "").partition(".")
    return platform(policy={outer: {inner: value} if inner else value})


@pytest.mark.parametrize("place", SETTINGS)
def test_another_value_gives_another_verdict(place: str) -> None:
    document, value = SETTINGS[place]
    before, after = ({str(problem) for problem in check(document, config)} for config in ({}, policy(place, value)))
    assert before != after
    assert all("PlatformConfig.spec." in text for text in before ^ after)


def test_so_does_a_kind_that_may_be_taken_over() -> None:
    free = platform(policy={"takeover": ["ServiceAccount"]})
    first, second = (render(Request(xr=xr(worker()), required={}, platform=config)) for config in ({}, free))
    assert first.requirements.keys() - second.requirements.keys() == {"existing/serviceaccount"}


def test_every_field_has_its_case() -> None:
    known = {field.removeprefix("policy.") for field in leaves(PlatformConfig) if field.startswith("policy.")}
    assert {leaf(place) for place in SETTINGS} | {"takeover[]"} == known


KINDS = "ConfigMap, Deployment, Service, ServiceAccount"
PREFIX = "must be a prefix of a label or annotation key, such as dapr.io/; '' for any key"
HTTPS = "must be an https address without credentials, query or '..': a token is sent there"
NAMESPACE = "must be a namespace, or '*' for those that are not listed"


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("takeover", ["Secret"], f"takeover[0]: must be one of [{KINDS}], got 'Secret'"),
        ("takeover", True, "takeover: must be a list; got true. Hint: write takeover: [ConfigMap]"),
        ("podLabels", ["/"], f"podLabels[0]: {PREFIX}; got '/'"),
        ("imageDigest", "true", "imageDigest: must be true or false; got 'true'. Hint: remove the quotes"),
        ("vault", {"addresses": ["http://v"]}, f"vault.addresses[0]: {HTTPS}"),
        (
            "maxRequests",
            {"gpu": 1},
            "maxRequests.gpu: unknown field. Hint: valid fields are cpu, ephemeral-storage, memory",
        ),
        ("streams", {"prefixes": {"A": []}}, f"streams.prefixes.A: {NAMESPACE}; got 'A'"),
    ],
)
def test_settings_that_are_wrong(place: str, value: Json, message: str) -> None:
    assert_refused(xr(worker()), f"PlatformConfig.spec.policy.{message}", platform(policy={place: value}))


def test_what_leads_out_of_the_namespace_is_denied_by_default_and_amounts_are_not() -> None:
    denied = {problem.setting for document in (SERVICE, BINDING) for problem in check(document, {})} - {None}
    assert {str(setting).removeprefix("PlatformConfig.spec.policy.") for setting in denied} == {
        *("podAnnotations", "podLabels", "serviceAccountAnnotations", "streams.kinesisProvision", "streams.kafkaUsers"),
        *(
            "streams.bucketProvision",
            "networkPolicies.namespaces",
            "networkPolicies.wholeNamespace",
            "bindingServices.types",
            "preflight",
            "flink.serviceAccounts",
            "flink.tolerations",
        ),
        *(f"terraform.{name}" for name in ("modules", "refs", "secrets", "states", "apply")),
        *("vault.addresses", "vault.namespaces", "vault.roles", "vault.mountPaths", "vault.serviceAccounts"),
        *("aws.regions", "aws.roles", "aws.serviceAccounts", "gcp.projects", "gcp.serviceAccounts"),
        *("azure.vaultUrls", "azure.tenants", "azure.serviceAccounts"),
    }
