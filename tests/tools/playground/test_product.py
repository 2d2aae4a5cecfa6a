"""The places in the repository that the playground reads."""

import re
from pathlib import Path

import pytest
import yaml

from tools.playground import product


@pytest.mark.parametrize(
    "path",
    [
        *(
            product.RUNTIME,
            product.RECOMMENDED,
            product.PROVIDER_CONFIG,
            product.SCHEMAS,
            product.START,
            *product.ROLES,
        ),
        *(product.EXAMPLE, product.EXAMPLE_WITHOUT_KEDA),
        *(product.configuration(scope) for scope in product.SCOPES),
        *(product.ROOT / source for source in product.SOURCES),
    ],
    ids=str,
)
def test_it_is_there(path: Path) -> None:
    assert path.exists()


def test_no_other_registry_is_left_in_what_is_installed() -> None:
    for manifest in (product.RUNTIME, *map(product.configuration, product.SCOPES)):
        text = product.here(manifest)
        assert product.REGISTRY in text
        assert not re.search(r"(ghcr|xpkg\.crossplane)\.io", text)


def test_the_version_is_that_of_both_configurations() -> None:
    for scope in product.SCOPES:
        package = yaml.safe_load(product.configuration(scope).read_text())["spec"]["package"]
        assert package.endswith(f":{product.version()}")


def test_the_example_without_keda_asks_for_no_autoscaler() -> None:
    assert yaml.safe_load(product.EXAMPLE_WITHOUT_KEDA.read_text())["spec"]["scaling"]["enabled"] is False


def test_a_pinned_version_is_read_from_go_mod() -> None:
    assert re.fullmatch(r"v\d+\.\d+\.\d+", product.pinned("etcd", "go.etcd.io/etcd/server/v3"))


def test_a_module_that_is_not_pinned_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"tools/etcd/go\.mod: no example\.org/none"):
        product.pinned("etcd", "example.org/none")
