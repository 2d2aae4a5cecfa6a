import pytest

from function.base.manifest import Json, Manifest, at
from tests.bindings import secret
from tests.terraform import made, reported, settings, spec

ENV: Manifest = {"provider": "env", "variables": [{"key": "password", "name": "PASSWORD"}]}
NESTED = (
    "a Workspace can take a secret only as the whole value of a variable. "
    "Hint: refer to it from an entry of spec.infrastructure.metadata.variables"
)


def environment(variables: Json) -> Json:
    return at(made(spec(variables))["workspace-terraform"], "spec", "forProvider", "env")


def test_a_variable_that_is_a_secret_is_read_by_the_provider() -> None:
    found = environment({"password": "secret://db/password", "user": "secret://db/user", "days": 30})
    assert found == [
        {"name": "TF_VAR_password", "secretKeyRef": {"name": "db", "key": "password"}},
        {"name": "TF_VAR_user", "secretKeyRef": {"name": "db", "key": "user"}},
    ]


def test_the_only_key_of_a_secret_needs_no_name() -> None:
    found = made(spec({"password": "secret://one"}, {"one": secret("db", key="uri")}))["workspace-terraform"]
    reference: Manifest = {"secretKeyRef": {"name": "db", "key": "uri"}}
    assert at(found, "spec", "forProvider", "env") == [{"name": "TF_VAR_password", **reference}]


def test_without_secrets_there_is_no_environment() -> None:
    assert environment({"days": 30}) is None


def test_no_reference_is_in_the_text() -> None:
    assert "secret://" not in str(made(spec({"password": "secret://db/password"})))


@pytest.mark.parametrize(
    ("variables", "path"),
    [
        ({"a": {"b": "secret://db/password"}}, "metadata.variables.a.b"),
        ({"a": ["secret://db/password"]}, "metadata.variables.a[0]"),
    ],
)
def test_a_secret_inside_a_value_is_refused(variables: Json, path: str) -> None:
    assert reported(spec(variables)) == [f"spec.infrastructure.{path}: {NESTED}"]


def test_a_secret_of_the_backend_is_refused() -> None:
    fields = spec(backend_config={"bucket": "acme-state", "key": "secret://db/password"})
    assert f"spec.infrastructure.terraform.backend_config.key: {NESTED}" in reported(fields)


def test_variables_of_the_application_are_not_those_of_the_provider() -> None:
    (found,) = reported(spec({"password": "secret://app/password"}, {"app": ENV}))
    assert found == (
        "spec.infrastructure.metadata.variables.password: the provider for Terraform reads Secrets, but secret 'app' "
        "is environment variables. Hint: use a secret of another provider"
    )


def test_secrets_need_the_permission_of_the_platform() -> None:
    fields = spec({"a": "secret://db/password", "b": "secret://db/user", "days": 30})
    text = (
        "gives a secret to Terraform, which may write it into its state; "
        "not allowed by PlatformConfig.spec.policy.terraform.secrets"
    )
    paths = [f"spec.infrastructure.metadata.variables.{name}" for name in ("a", "b")]
    assert reported(fields, settings(secrets=False)) == [f"{path}: {text}" for path in paths]


def test_variables_that_are_no_secrets_need_none() -> None:
    assert reported(spec({"days": 30, "user": "app"}), settings(secrets=False)) == []


def test_who_asks_for_no_workspace_needs_none() -> None:
    assert reported(spec({"a": "secret://db/password"}, crossplane=None), settings(secrets=False)) == []


@pytest.mark.parametrize("variables", [{"a": {"b": "secret://db/password"}}, {"a": "secret://app/password"}])
def test_who_asks_for_no_workspace_may_refer_to_them(variables: Json) -> None:
    assert reported(spec(variables, {"app": ENV, "db": secret("db")}, crossplane=None)) == []
