"""What bindings in files write, and that nothing is computed which no claim asks for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from function.base.manifest import at
from function.base.outcome import Requirement
from function.check import platform
from function.check.documents import fetch, written
from function.check.load import load_content
from function.check.resource import Resource

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
    answer = fetch(lambda: resources(BINDING), SETTINGS)(wanted)
    assert (answer is not None) == found


def test_files_are_read_once_and_only_for_a_document() -> None:
    read: list[Path] = []

    def load() -> Iterator[Resource]:
        read.append(Path())
        yield from resources(BINDING)

    ask = fetch(load, SETTINGS)
    assert ask(Requirement(api_version="v1", kind="Pod", namespace="shop", labels={})) is None
    assert read == []
    assert ask(WANTED)
    assert ask(WANTED)
    assert len(read) == 1
