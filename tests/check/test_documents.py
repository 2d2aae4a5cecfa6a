"""What bindings in files write, and that nothing is computed which no claim asks for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.outcome import Requirement
from function.base.request import Request
from function.check import platform
from function.check.documents import fetch, once, with_binding, written
from function.check.load import load_content
from function.check.resource import Resource
from tests.documents import platform as settings
from tests.documents import worker, xr

BINDING = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata: {name: payments, namespace: shop}
spec:
  version: "1.0"
  environment: test
  lookups: {rates: {type: redis, uri: "redis://redis:6379"}}
"""
SETTINGS = platform.load(None)
WANTED = Requirement(api_version="v1", kind="ConfigMap", namespace="shop", name="payments-binding")


def resources(text: str) -> list[Resource]:
    return load_content("binding.yaml", text.encode()).resources


def test_a_binding_writes_its_document() -> None:
    (found,) = written(resources(BINDING), SETTINGS, "claims")
    assert at(found, "metadata", "name") == "payments-binding"
    assert "redis://redis:6379" in str(at(found, "data", "lookups.yaml"))


def test_both_scopes_write_the_same() -> None:
    claims, namespaced = ([*written(resources(BINDING), SETTINGS, scope)] for scope in ("claims", "namespaced"))
    assert [at(found, "data") for found in claims] == [at(found, "data") for found in namespaced]


def test_an_invalid_binding_and_other_kinds_write_nothing() -> None:
    invalid = BINDING.replace("redis://redis", "http://redis")
    other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: payments-binding, namespace: shop}\n"
    assert [*written(resources(f"{invalid}---\n{other}---\nkind: 1\n---\n[]\n"), SETTINGS, "claims")] == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (WANTED, True),
        (Requirement(api_version="v1", kind="ConfigMap", namespace="other", name="payments-binding"), False),
        (Requirement(api_version="v1", kind="ConfigMap", namespace="shop", name="other-binding"), False),
        (Requirement(api_version="v1", kind="Secret", namespace="shop", name="payments-binding"), False),
    ],
)
def test_what_is_not_in_the_files_is_not_known(wanted: Requirement, found: bool) -> None:
    answer = fetch(once(lambda: resources(BINDING), SETTINGS, "claims"))(wanted)
    assert (answer is not None) == found


def test_other_objects_are_those_that_were_given() -> None:
    other: Manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "env", "namespace": "shop"}}
    mine: Manifest = {**other, "metadata": {"name": "payments-binding", "namespace": "shop"}}
    ask = fetch(once(lambda: resources(BINDING), SETTINGS, "claims"), [other, mine])
    assert ask(replace(WANTED, name="env")) == [other]
    assert ask(replace(WANTED, name="nothing")) == []
    (found,) = ask(WANTED) or ()
    assert "lookups.yaml" in mapping_at(found, "data")


ENV: Manifest = {
    "apiVersion": "v1",
    "kind": "ConfigMap",
    "metadata": {"name": "env", "namespace": "shop"},
    "data": {"HOST": "here"},
}


def of_variables(folder: Path, required: list[Manifest] | None) -> list[Manifest]:
    """Return the documents of a binding whose address is that of a variable in the ConfigMap env."""
    path = folder / "platform.yaml"
    path.write_text(yaml.safe_dump(settings(variables={"sources": [{"kind": "ConfigMap", "name": "env"}]})))
    variable = BINDING.replace("redis://redis:6379", "redis://${HOST}:6379")
    return [*written(resources(variable), platform.load(str(path)), "claims", required)]


def test_variables_have_the_values_of_given_objects(tmp_path: Path) -> None:
    (found,) = of_variables(tmp_path, [ENV])
    assert "redis://here:6379" in str(at(found, "data", "lookups.yaml"))


@pytest.mark.parametrize("required", [None, [], [{**ENV, "data": {}}]], ids=str)
def test_a_binding_whose_variables_are_not_known_writes_nothing(
    tmp_path: Path, required: list[Manifest] | None
) -> None:
    assert of_variables(tmp_path, required) == []


def test_a_service_gets_the_document_of_its_binding() -> None:
    env: Json = [{"name": "A", "lookup": "rates", "field": "uri"}]
    own, other = (worker(bindingRef={"name": name, "env": env}) for name in ("payments", "other"))
    documents = once(lambda: resources(BINDING), SETTINGS, "claims")
    (found,) = (with_binding(Request(xr=xr(own)), documents).required or {}).values()
    assert [at(document, "metadata", "name") for document in found] == ["payments-binding"]
    for spec in (worker(), other):
        assert with_binding(Request(xr=xr(spec)), documents) == Request(xr=xr(spec))


def test_files_are_read_once_and_only_for_a_document() -> None:
    read: list[Path] = []

    def load() -> Iterator[Resource]:
        read.append(Path())
        yield from resources(BINDING)

    ask = fetch(once(load, SETTINGS, "claims"))
    assert ask(Requirement(api_version="v1", kind="Pod", namespace="shop", labels={})) is None
    assert read == []
    assert ask(WANTED)
    assert ask(WANTED)
    assert len(read) == 1
