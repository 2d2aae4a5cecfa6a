"""Nothing that the section says is dropped: it is in the document, and has a line that says why it has no object."""

import json

import pytest

from function.apis.infra_binding.infrastructure.described import files, unmanaged
from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.base.manifest import Json, Manifest, mapping_at
from tests.apis.infra_binding.infrastructure.test_infrastructure import WHOLE
from tests.apis.infra_binding.test_document import files as document
from tests.bindings import secret
from tests.infrastructure import CLOUDS, SHARED
from tests.leaves import leaf, leaves

EVERYTHING: Manifest = {**WHOLE, "runtime": {"platform": "databricks", **SHARED, **CLOUDS}}


def model(**fields: Json) -> Infrastructure:
    return Infrastructure.model_validate(fields)


def test_every_field_has_a_line() -> None:
    """The field `runtime(emr).compute.cluster_id` has the line `infrastructure.runtime.compute`."""
    asking: Manifest = {**EVERYTHING, "terraform": {**mapping_at(EVERYTHING, "terraform"), "crossplane": "observe"}}
    lines = {leaf(path).removeprefix("infrastructure.") for path in unmanaged(model(**asking))}
    fields = {field.replace("(databricks)", "").replace("{}", "") for field in leaves(Infrastructure)}
    platforms = {field for field in fields if "(" in field}
    without = [field for field in fields - platforms if field.split("[")[0] not in lines and not has_line(field, lines)]
    assert without == []
    assert "runtime.platform" in lines


def has_line(field: str, lines: set[str]) -> bool:
    """Return whether a field above, or an entry of a map, has a line."""
    first, *below = field.split(".")
    return ".".join([first, *below[:1]]) in lines or any(line.startswith(f"{field}.") for line in lines)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, {}),
        (
            {"provider": "manual"},
            {"infrastructure.provider": "nothing calls it, so what it provisions must exist"},
        ),
        (
            {"runtime": {"platform": "emr", "compute": {"cluster_id": "j-1"}}},
            dict.fromkeys(
                ("infrastructure.runtime.platform", "infrastructure.runtime.compute"),
                "it must exist, because nothing creates it",
            ),
        ),
        (
            {"metadata": {"tags": {"a": "b"}}},
            {
                "infrastructure.metadata.tags": "it is for what the provider creates, "
                "so only what reads the document uses it"
            },
        ),
    ],
)
def test_a_line_says_why_there_is_no_object(fields: Manifest, lines: Manifest) -> None:
    assert dict(unmanaged(model(**fields))) == lines


def test_the_document_has_all_of_it() -> None:
    found = document(infrastructure=EVERYTHING)
    assert found["binding.yaml"]["infrastructure"] == EVERYTHING
    assert found["unmanaged.yaml"] == unmanaged(model(**EVERYTHING))
    assert found["terraform.tfvars.json"]["cluster_id"] == "j-2AXXXXXXGAPLF"


@pytest.mark.parametrize("provider", ["cloudformation", "pulumi", "manual", None])
def test_variables_of_terraform_are_for_terraform(provider: Json) -> None:
    fields: Manifest = {"provider": provider, "metadata": {"tags": {"a": "b"}}}
    assert files(model(**fields), "production") == {}
    assert "terraform.tfvars.json" not in document(infrastructure=fields)


def test_references_stay_references_and_are_no_variables() -> None:
    variables: Json = {"password": "secret://db/password", "days": 30}
    found = document(
        infrastructure={"provider": "terraform", "metadata": {"variables": variables}}, secrets={"db": secret("db")}
    )
    assert found["binding.yaml"]["infrastructure"]["metadata"]["variables"] == {
        "password": {"secretKeyRef": {"name": "db", "key": "password"}},
        "days": 30,
    }
    assert found["terraform.tfvars.json"] == {"environment": "production", "days": 30}
    assert "secret://" not in json.dumps(found)


def test_a_workspace_covers_the_module_and_the_provider() -> None:
    found = unmanaged(model(**EVERYTHING), workspace=True)
    assert not [path for path in found if path.startswith(("infrastructure.terraform", "infrastructure.provider"))]
    assert found["infrastructure.runtime.compute"] == "it must exist, unless the module creates it"
    assert found["infrastructure.outputs.cluster_dns"] == (
        "the Workspace has them, and PlatformConfig.spec.variables.sources can name it"
    )
