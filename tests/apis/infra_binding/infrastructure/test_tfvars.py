import pytest

from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.apis.infra_binding.infrastructure.platforms import MODELS
from function.apis.infra_binding.infrastructure.tfvars import OWN, left_out, misnamed, tfvars
from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import composite
from tests.infrastructure import CLOUDS, SHARED, infrastructure
from tests.leaves import leaves
from tests.support import outcome

RUNTIME: Manifest = {"platform": "databricks", **SHARED, **CLOUDS}
METADATA: Manifest = {
    "tags": {"CostCenter": "data"},
    "labels": {"app": "a"},
    "annotations": {"b": "c"},
    "variables": {"spot": True, "days": 30, "zones": ["a", "b"]},
}


def model(**fields: Json) -> Infrastructure:
    return Infrastructure.model_validate(fields)


def test_each_field_is_a_variable() -> None:
    database: Json = {"database": {"endpoint": "db.example.org", "port": 5432}}
    found = tfvars(model(runtime=RUNTIME, metadata=METADATA, resources=database), "production")
    assert found == {
        "environment": "production",
        "platform": "databricks",
        "cluster_id": "j-2AXXXXXXGAPLF",
        "instance_type": "r5.2xlarge",
        "instance_count": 8,
        "auto_scaling": {"enabled": True, "min_instances": 4, "max_instances": 12},
        "bucket": "acme-data-lake-prod",
        "storage_account": "acmelake",
        "volume_id": "vol-0a1b2c3d",
        "mount_path": "/mnt/data",
        "vpc_id": "vpc-0a1b2c3d",
        "subnet_ids": ["subnet-abc123", "subnet-def456"],
        "security_group_ids": ["sg-ingress-xyz"],
        "namespace": "data-ingestion",
        "service_account": "arn:aws:iam::123456789012:role/Runner",
        **CLOUDS,
        "metadata_tags": {"CostCenter": "data"},
        "metadata_labels": {"app": "a"},
        "metadata_annotations": {"b": "c"},
        "spot": True,
        "days": 30,
        "zones": ["a", "b"],
        "resources": {"database": {"endpoint": "db.example.org", "port": 5432}},
    }
    assert set(found) - {"spot", "days", "zones"} == OWN


@pytest.mark.parametrize("platform", MODELS)
def test_no_field_of_a_platform_is_forgotten(platform: str) -> None:
    """A field that only one platform has would be a variable with a name that no other variable may have."""
    nested = {field.partition("[")[0].split(".")[-1] for field in leaves(MODELS[platform])}
    inside = {"enabled", "min_instances", "max_instances", *mapping_at(CLOUDS, "azure"), *mapping_at(CLOUDS, "gcp")}
    assert nested - inside <= OWN


@pytest.mark.parametrize("fields", [{}, {"provider": "manual"}, {"outputs": {"a": "output.a"}}, {"metadata": {}}])
def test_what_is_not_set_is_no_variable(fields: Manifest) -> None:
    assert tfvars(model(**fields), "dev") == {"environment": "dev"}


@pytest.mark.parametrize(
    "fields",
    [
        {"metadata": {"variables": {"password": "secret://db/password"}}},
        {"metadata": {"variables": {"password": {"nested": ["secret://db/password"]}}}},
        {"metadata": {"variables": {"password": "secret://db"}}},
    ],
)
def test_what_refers_to_a_secret_is_left_out(fields: Manifest) -> None:
    assert tfvars(model(**fields), "dev") == {"environment": "dev"}
    assert left_out(model(**fields)) == ["password"]


@pytest.mark.parametrize("name", sorted(OWN))
def test_a_variable_of_the_section_itself_cannot_be_set_again(name: str) -> None:
    (problem,) = misnamed(model(metadata={"variables": {name: 1}}), "spec.infrastructure")
    assert (problem.path, problem.code) == (f"spec.infrastructure.metadata.variables.{name}", "EP464")


@pytest.mark.parametrize("name", ["1a", "a b", "a.b", "", "count", "version", "for_each", "ä", "a\n"])
def test_a_name_that_terraform_does_not_accept_is_refused(name: str) -> None:
    answer = outcome(composite(infrastructure(metadata={"variables": {name: 1}})))
    assert [problem.code for problem in answer.problems] == ["EP464"]


@pytest.mark.parametrize("name", ["a", "_a", "a-b", "vpc", "tags", "A1"])
def test_any_other_name_is_accepted(name: str) -> None:
    assert outcome(composite(infrastructure(metadata={"variables": {name: 1}}))).fatal is None
