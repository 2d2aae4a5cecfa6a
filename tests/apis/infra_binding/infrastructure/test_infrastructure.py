"""Every field of the section is in the document, and what is no value of it is rejected at its place."""

import pytest

from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.apis.infra_binding.infrastructure.platforms import MODELS
from function.base.manifest import Json, Manifest
from function.render import check
from tests.bindings import composite, manifests, secret
from tests.infrastructure import SHARED, TERRAFORM, infrastructure
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused, outcome

WHOLE: Manifest = {
    "provider": "terraform",
    "terraform": {
        **TERRAFORM,
        "module_version": "v3.2.1",
        "workspace": "prod-data-platform",
        "backend_config": {"bucket": "acme-state", "key": "data/prod.tfstate"},
    },
    "runtime": {"platform": "emr", **SHARED},
    "metadata": {
        "tags": {"CostCenter": "data-engineering"},
        "labels": {"app": "ingestion"},
        "annotations": {"scrape": "true"},
        "variables": {"enable_spot_instances": True, "log_retention_days": 30},
    },
    "resources": {
        "database": {"endpoint": "db.example.org", "port": 5432, "database_name": "state", "instance_id": "prod-db"},
        "cache": {"endpoint": "redis.example.org:6379", "port": 6379, "cluster_id": "prod-redis"},
        "queue": {"url": "https://sqs.us-east-1.amazonaws.com/123/orders", "arn": "arn:aws:sqs:us-east-1:123:orders"},
        "secrets": {
            "secret_manager_arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:dativo/prod",
            "kms_key_id": "arn:aws:kms:us-east-1:123456789012:key/abc-123-def-456",
        },
    },
    "outputs": {"cluster_dns": "output.emr_cluster_dns"},
}
CHANGES: dict[str, Json] = {
    "terraform.module_source": "hashicorp/consul/aws",
    "terraform.module_version": "~> 1.2",
    "terraform.workspace": "staging",
    "terraform.backend_config{bucket}": "other",
    "metadata.tags{CostCenter}": 7,
    "metadata.labels{app}": "other",
    "metadata.annotations{scrape}": "false",
    "metadata.variables{enable_spot_instances}": {"a": [1, 2.5, None]},
    "resources.database.endpoint": "other.example.org:5432",
    "resources.database.port": 5433,
    "resources.database.database_name": "other",
    "resources.database.instance_id": "other",
    "resources.cache.endpoint": "other",
    "resources.cache.port": 6380,
    "resources.cache.cluster_id": "other",
    "resources.queue.url": "kafka-1.example.org:9092,kafka-2.example.org:9092",
    "resources.queue.arn": "arn:aws:sqs:us-east-1:123:other",
    "resources.secrets.secret_manager_arn": "secret/data/prod",
    "resources.secrets.kms_key_id": "alias/prod",
    "outputs{cluster_dns}": "output.other",
}
REFUSED: list[tuple[str, Json]] = [
    *(("provider", "databricks"), ("provider", "aws"), ("provider", "Terraform"), ("provider", ["terraform"])),
    *(("teraform", {}), ("region", "us-east-1"), ("terraform.module_source", None), ("terraform.module_source", "a b")),
    *(("terraform.module_version", 2), ("terraform.module_version", ""), ("terraform.source", "a")),
    *(
        ("terraform.crossplane", "destroy"),
        ("terraform.crossplane", True),
        ("terraform.workspace", "a b"),
        ("terraform.workspace", ""),
        ("terraform.workspace", "a/b"),
    ),
    *(("terraform.backend_config", "s3"), ("terraform.backend_config{bucket}", True)),
    *(("terraform.backend_config{bucket}", {"a": "b"}), ("runtime", "emr"), ("runtime", {}), ("metadata.tag", {})),
    *(("metadata.tags{CostCenter}", True), ("metadata.tags{CostCenter}", "a" * 257), ("metadata.tags", ["a"])),
    *(("metadata.tags{a<b}", "x"), ("metadata.labels{app}", "a b"), ("metadata.labels{app}", "-a")),
    *(("metadata.labels{a b}", "x"), ("metadata.annotations{a b}", "x"), ("metadata.variables", ["a"])),
    *(("metadata.variables", "a"), ("resources.database.port", 0), ("resources.database.port", "5432")),
    *(("resources.database.endpoint", "https://db.example.org"), ("resources.database.user", "x")),
    *(("resources.cache.endpoint", "a b"), ("resources.queue.url", "a b"), ("resources.queues", {})),
    *(("resources.secrets.kms_key_id", ""), ("outputs{cluster_dns}", "emr_cluster_dns"), ("outputs", ["a"])),
    *(("outputs{cluster_dns}", "output."), ("outputs{cluster_dns}", "output.a.b"), ("outputs{a-b}", "output.a")),
]


def spec(fields: Manifest) -> Manifest:
    return composite(infrastructure(**fields))


def test_the_whole_section_is_valid() -> None:
    assert check(spec(WHOLE), {}) == []


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_another_document(place: str, value: Json) -> None:
    changed = replaced(WHOLE, place, value)
    assert manifests(infrastructure(**changed)) != manifests(infrastructure(**WHOLE))


def test_every_field_has_its_case() -> None:
    """Fields of platforms have theirs in the tests of these, and so do the provider and the Workspace."""
    elsewhere = ("runtime", "provider", "terraform.crossplane")
    known = {field for field in leaves(Infrastructure) if not field.startswith(elsewhere)}
    assert {leaf(place) for place in CHANGES} == known


@pytest.mark.parametrize("provider", ["cloudformation", "pulumi", "manual", None])
def test_another_provider_gives_another_document(provider: Json) -> None:
    fields = {name: value for name, value in WHOLE.items() if name not in ("provider", "terraform")}
    assert manifests(infrastructure(**fields, provider=provider)) != manifests(infrastructure(**WHOLE))


@pytest.mark.parametrize(("place", "value"), REFUSED, ids=str)
def test_what_is_no_value_is_refused_at_its_place(place: str, value: Json) -> None:
    (problem,) = check(spec(replaced(WHOLE, place, value)), {})
    field = place.partition("{")[0]
    assert problem.path.startswith(f"spec.infrastructure.{field}")
    assert problem.severity == "error"


def test_an_unknown_provider_is_answered_with_those_that_are_known() -> None:
    text = "must be one of [terraform, cloudformation, pulumi, manual], got 'databricks'"
    assert_refused(spec({"provider": "databricks"}), f"spec.infrastructure.provider: {text}")


def test_an_unknown_platform_is_answered_with_those_that_are_known() -> None:
    text = f"must be one of [{', '.join(sorted(MODELS))}], got 'abacus'"
    assert_refused(spec({"runtime": {"platform": "abacus"}}), f"spec.infrastructure.runtime.platform: {text}")


@pytest.mark.parametrize(("provider", "got"), [(None, ""), ("pulumi", "; got 'pulumi'"), ("manual", "; got 'manual'")])
def test_a_module_belongs_to_terraform(provider: Json, got: str) -> None:
    fields: Manifest = {"terraform": TERRAFORM, **({"provider": provider} if provider else {})}
    text = f"must be terraform, because the field terraform is set{got}"
    assert_refused(spec(fields), f"spec.infrastructure.provider: {text}")


@pytest.mark.parametrize("fields", [{}, {"provider": "manual"}, {"outputs": {}}, {"metadata": {}, "resources": {}}])
def test_no_field_is_required(fields: Manifest) -> None:
    assert outcome(spec(fields)).fatal is None


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("metadata.variables{db_password}", "EP403"),
        ("terraform.backend_config{secret_key}", "EP403"),
        ("metadata.tags{token}", "EP403"),
        ("metadata.annotations{db-password}", "EP403"),
    ],
)
def test_a_credential_is_refused_and_not_repeated(place: str, code: str) -> None:
    answer = outcome(spec(replaced(WHOLE, place, "hunter2hunter2")))
    assert [problem.code for problem in answer.problems] == [code]
    assert "hunter2" not in str(answer)


@pytest.mark.parametrize(
    ("place", "reference", "code"),
    [
        ("metadata.variables{a}", "secret://nobody/key", "EP410"),
        ("metadata.variables{a}", "secret://db/", "EP401"),
        ("metadata.variables{a}", "secret://db/other", "EP411"),
        ("terraform.backend_config{a}", "secret://nobody/key", "EP410"),
    ],
)
def test_a_reference_must_be_to_a_secret_of_the_binding(place: str, reference: str, code: str) -> None:
    fields = {**infrastructure(**replaced(WHOLE, place, reference)), "secrets": {"db": secret(key="uri")}}
    (problem,) = outcome(composite(fields)).problems
    assert (problem.code, problem.path) == (code, f"spec.infrastructure.{place.replace('{', '.').rstrip('}')}")


def test_an_address_of_the_machine_itself_is_refused() -> None:
    answer = outcome(spec({"resources": {"database": {"endpoint": "localhost:5432"}}}))
    assert [(problem.path, problem.code) for problem in answer.problems] == [
        ("spec.infrastructure.resources.database.endpoint", "EP225")
    ]
