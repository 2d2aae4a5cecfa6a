import json
from typing import Any

import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.sections.secret_stores.env import Model
from function.base.manifest import Json, Manifest, text_at
from tests.bindings import PAYMENTS, binding, composite, config, manifests, topic
from tests.plug_ins.cases import Cases
from tests.support import assert_refused

USER: Manifest = {"key": "user", "name": "DB_USER"}
PASSWORD: Manifest = {"key": "password", "name": "DB_PASSWORD"}


def secret(*variables: Manifest) -> Manifest:
    return {"provider": "env", "variables": list(variables)}


CASES = Cases(
    whole=secret(USER, PASSWORD),
    changes={"variables[0].key": "username", "variables[0].name": "OTHER"},
    for_applications=("variables[0].key", "variables[0].name"),
    refused=[
        *(("variables", None), ("variables", []), ("variables", {"user": "DB_USER"}), ("variables", ["DB_USER"])),
        *(
            ("variables[0].key", "a/b"),
            ("variables[0].key", None),
            ("variables[0].name", "1A"),
            ("variables[0].name", ""),
        ),
        *(("variables[0].name", "A=CANARY"), ("variables[0].default", "CANARY"), ("default", "CANARY")),
        *(("variables[0].value", "CANARY"), ("target_name", "x"), ("template", {"a": "$(user)"}), ("keys", ["user"])),
    ],
)


def files(**fields: Any) -> dict[str, Any]:
    made = manifests(binding(**fields))
    assert sorted(made) == ["document", "stream-a"]
    names = ("binding.yaml", "streams.yaml", "unmanaged.yaml", "env.required")
    return {name: json.loads(text_at(made["document"], "data", name)) for name in names}


def test_references_become_names_of_variables_and_nothing_is_created() -> None:
    properties: Json = {"sasl.username": "secret://db/user", "sasl.password": "secret://db/password"}
    found = files(streams={"a": topic(properties=properties)}, secrets={"db": secret(USER, PASSWORD)})
    assert found["binding.yaml"]["streams"]["a"]["properties"] == {
        "sasl.username": {"env": "DB_USER"},
        "sasl.password": {"env": "DB_PASSWORD"},
    }
    assert found["unmanaged.yaml"]["secrets.db"] == (
        "the application reads it from environment variables; they must be set"
    )


def test_the_document_lists_the_variables_that_must_be_set_each_once() -> None:
    secrets: Json = {"db": secret(USER, PASSWORD), "same": secret(PASSWORD)}
    assert files(streams={"a": topic()}, secrets=secrets)["env.required"] == ["DB_PASSWORD", "DB_USER"]


@pytest.mark.parametrize(
    ("variables", "key", "whole"), [([USER], "user", {"env": "DB_USER"}), ([USER, PASSWORD], None, {"env": ""})]
)
def test_a_single_variable_stands_for_the_whole_secret(
    variables: list[Manifest], key: str | None, whole: Manifest
) -> None:
    bound = Model.model_validate(secret(*variables)).bound("db", {""}, PAYMENTS)
    assert (bound.only_key, bound.source("")) == (key, whole)


def test_it_is_no_secret_of_the_cluster() -> None:
    assert Model.model_validate(secret(USER, PASSWORD)).bound("db", {"user"}, PAYMENTS) == BoundSecret(
        name="DB_PASSWORD, DB_USER",
        existing=True,
        keys=(),
        variables={"user": "DB_USER", "password": "DB_PASSWORD"},
    )


def test_a_key_without_a_variable_is_refused() -> None:
    spec = binding(streams={"a": topic(properties={"p": "secret://db/other"})}, secrets={"db": secret(USER)})
    message = "secret 'db' has no key 'other'. Hint: valid keys are user"
    assert_refused(composite(spec), f"spec.streams.a.properties.p: {message}")


def test_a_key_has_one_variable() -> None:
    model = Model.model_validate(secret(USER, PASSWORD, {"key": "user", "name": "OTHER"}))
    (problem,) = model.problems("spec.secrets.db", "shop", config())
    assert str(problem) == "spec.secrets.db.variables: keys must be unique; got duplicate 'user'"
    assert list(Model.model_validate(secret(USER, PASSWORD)).problems("spec.secrets.db", "shop", config())) == []
