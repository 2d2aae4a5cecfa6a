import ast
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from function.apis import infra_binding
from function.apis.infra_binding.document import document
from function.apis.infra_binding.resolve import prepare
from tests.bindings import PAYMENTS, config, model, resolved, topic, vault

COMMON = {
    "app.kubernetes.io/name": "payments",
    "app.kubernetes.io/component": "infra-binding",
    "app.kubernetes.io/managed-by": "crossplane",
}
FOLDER = Path(infra_binding.__path__[0])
CALLED = Counter(
    node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
    for path in FOLDER.glob("**/*.py")
    for node in ast.walk(ast.parse(path.read_text()))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    if ast.unparse(node.func) != "self.physical"
)
"""How many places of this API call a function, by its name; types may use their own physical name."""


def test_a_binding_is_resolved_with_the_settings_it_is_given() -> None:
    found = resolved()
    assert (found.spec, found.identity, found.config) == (model(), PAYMENTS, config())


def test_all_objects_have_the_names_labels_and_those_required() -> None:
    labeled = replace(PAYMENTS, labels={"team": "checkout", "cost": "7", "app.kubernetes.io/name": "forged"})
    required = config(labels={"required": ["team", "example.org/absent"]})
    meta = prepare(model(), labeled, required).meta
    assert (meta.name, meta.namespace) == ("payments", "shop")
    assert meta.labels == {"team": "checkout", **COMMON}


def test_its_parts_are_of_one_binding() -> None:
    found = resolved(
        streams={"a": topic(properties={"p": "secret://db/password"})}, secrets={"db": vault(), "idle": vault()}
    )
    assert [reference.path for reference in found.spec.secret_refs] == ["streams.a.properties.p"]
    assert {name: secret.keys for name, secret in found.secrets.items()} == {"db": ("password",), "idle": ()}
    assert [entry.path for entry in found.entries] == ["streams.a", "secrets.db", "secrets.idle"]
    assert found.document == document(found.spec, found.entries, found.secrets)


@pytest.mark.parametrize("name", ["bind", "document", "entries", "existing_secret", "made", "physical"])
def test_what_is_resolved_is_derived_in_one_place(name: str) -> None:
    """A second caller would derive it again, and might come to something else."""
    assert CALLED[name] == 1
