import pytest

from function.apis.infra_binding.isolation.problems import problems
from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.platform.config import PlatformConfig
from function.render import check
from tests.bindings import composite, model
from tests.network import POLICY, reported, settings, spec

PODS: Manifest = {"pod_labels": {"tier": "agent"}}
ELSEWHERE: Manifest = {"ingress": [{"namespace": "tools"}, {"namespace": "far"}]}
SETTING = "PlatformConfig.spec.networkPolicy"
CUT_OFF = (
    "the Flink operator could not reach the REST API of the jobs, because nothing says where it runs. "
    f"Hint: ask the platform team to set {SETTING}.flinkOperator"
)
NO_DATABASES = (
    "the operator of PostgreSQL could not reach the databases, because nothing says where it runs. "
    f"Hint: ask the platform team to set {SETTING}.postgresqlOperator"
)
POSTGRESQL: Json = {"type": "postgresql", "database": "shop", "owner": "shop", "storage": {"size": "5Gi"}}
REDIS: Json = {"type": "redis", "password": "secret://s/password", "storage": {"size": "1Gi"}}
SERVICES: Manifest = {"secrets": {"s": {"provider": "kubernetes", "secret_name": "s"}}, "services": {"redis": REDIS}}


def test_pods_of_all_others_are_selected_only_if_the_policy_allows_it() -> None:
    (found,) = reported({"namespace": {}}, settings(policy={"networkPolicies": {"namespaces": ["tools"]}}))
    assert found == (
        "spec.network_policies.namespace: selects all pods of the namespace, also those of others; "
        "not allowed by PlatformConfig.spec.policy.networkPolicies.wholeNamespace"
    )


@pytest.mark.parametrize(
    ("policies", "path"),
    [
        ({"jobs": ELSEWHERE}, "jobs"),
        ({"applications": {"agents": {**PODS, **ELSEWHERE}}}, "applications.agents"),
        ({"namespace": ELSEWHERE}, "namespace"),
    ],
)
def test_other_namespaces_are_admitted_only_if_the_policy_lists_them(policies: Json, path: str) -> None:
    (found,) = reported(policies)
    assert found == (
        f"spec.network_policies.{path}.ingress[1].namespace: admits pods of namespace far; "
        "not allowed by PlatformConfig.spec.policy.networkPolicies.namespaces"
    )


def test_the_own_namespace_needs_no_permission() -> None:
    assert reported({"jobs": {"ingress": [{"namespace": "shop"}]}}, settings(policy={"vault": {}})) == []


@pytest.mark.parametrize(
    ("policies", "path"),
    [
        ({"jobs": {"egress": ["kafka", "mail"]}}, "jobs.egress[1]"),
        ({"applications": {"agents": {**PODS, "egress": ["mail"]}}}, "applications.agents.egress[0]"),
        ({"namespace": {"egress": ["mail"]}}, "namespace.egress[0]"),
    ],
)
def test_connections_are_those_of_the_platform(policies: Json, path: str) -> None:
    (found,) = reported(policies)
    assert found.startswith(
        f"spec.network_policies.{path}: must be one of [kafka, other], the connections of the platform"
    )


@pytest.mark.parametrize("part", ["jobs", "namespace"])
def test_the_operator_is_not_cut_off(part: str) -> None:
    assert reported({part: {}}, settings(flinkOperator=[])) == [f"spec.network_policies.{part}: {CUT_OFF}"]


@pytest.mark.parametrize(
    ("policies", "network", "fields"),
    [
        ({"applications": {"agents": PODS}}, {}, {}),
        ({"namespace": {}}, {}, {"deployment": {"type": "yarn"}}),
        ({"jobs": {}}, {}, {"resources": {}}),
        ({"jobs": {}}, {"bindings": False}, {}),
    ],
)
def test_where_no_policy_selects_a_job_it_may_be_anywhere(policies: Json, network: Manifest, fields: Manifest) -> None:
    assert reported(policies, settings(flinkOperator=[], **network), **fields) == []


def test_the_operator_of_databases_is_not_cut_off() -> None:
    fields: Manifest = {**SERVICES, "services": {"redis": REDIS, "db": POSTGRESQL, "other": POSTGRESQL}}
    assert reported({"namespace": {}}, settings(postgresqlOperator=[]), **fields) == [
        f"spec.network_policies.namespace: {NO_DATABASES}"
    ]


def test_each_operator_is_reported() -> None:
    found = reported({"namespace": {}}, settings(flinkOperator=[], postgresqlOperator=[]), services={"db": POSTGRESQL})
    assert found == [f"spec.network_policies.namespace: {text}" for text in (CUT_OFF, NO_DATABASES)]


@pytest.mark.parametrize(
    ("policies", "network", "fields"),
    [
        ({"applications": {"agents": PODS}, "jobs": {}}, {}, {"services": {"db": POSTGRESQL}}),
        ({"namespace": {}}, {}, SERVICES),
        ({"namespace": {}}, {}, {}),
        ({"namespace": {}}, {"bindings": False}, {"services": {"db": POSTGRESQL}}),
        ({"namespace": {}}, {"postgresqlOperator": [{"namespace": "cnpg"}]}, {"services": {"db": POSTGRESQL}}),
        ({}, {}, {"services": {"db": POSTGRESQL}}),
    ],
)
def test_where_no_policy_selects_a_database_its_operator_may_be_anywhere(
    policies: Json, network: Manifest, fields: Manifest
) -> None:
    config = settings(**{"postgresqlOperator": [], **network})
    assert reported(policies, config, **fields) == []


def test_the_ingress_of_the_platform_is_not_the_operator() -> None:
    """It may be a web server: only the setting says that an operator runs there."""
    config = settings(postgresqlOperator=[], ingress=[{"namespace": "cnpg"}])
    assert len(reported({"namespace": {}}, config, services={"db": POSTGRESQL})) == 1


def test_without_settings_all_of_it_is_a_warning() -> None:
    policies: Json = {"namespace": {"egress": ["mail"], **ELSEWHERE}}
    found = check(composite(spec(policies, deployment={"type": "yarn"})), None)
    assert errors(found) == ()
    assert sorted({problem.code for problem in found}) == ["EP224", "EP481"]


def test_settings_that_allow_it_leave_no_problem() -> None:
    policies = model(network_policies={"namespace": {"egress": [], "ingress": [{"namespace": "tools"}]}})
    assert policies.network_policies is not None
    config = PlatformConfig.model_validate({"policy": POLICY})
    assert list(problems(policies.network_policies, "shop", config)) == []
    assert len(list(problems(policies.network_policies, "shop", PlatformConfig()))) == 2
