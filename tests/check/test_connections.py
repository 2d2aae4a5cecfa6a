from pathlib import Path

import yaml

from function.base.manifest import Manifest
from function.check.connections import connections
from function.check.platform import load
from tests.bindings import binding, topic
from tests.documents import GROUP, platform

SETTINGS = load(None)
SOURCE: Manifest = {"kind": "ConfigMap", "name": "values", "namespace": "shop"}


def claim(**fields: object) -> Manifest:
    return {
        "apiVersion": GROUP,
        "kind": "InfraBinding",
        "metadata": {"name": "payments", "namespace": "shop"},
        "spec": binding(**fields),  # type: ignore[arg-type]  # any JSON
    }


def test_a_claim_has_its_name_and_its_own_values_of_variables() -> None:
    text, problems = connections(claim(variables={"T": "orders"}, streams={"a": topic("${T}")}), SETTINGS, None)
    assert text is not None
    assert "InfraBinding `shop/payments`" in text
    assert "`orders`" in text
    assert not problems


def test_a_variable_without_a_value() -> None:
    text, problems = connections(claim(streams={"a": topic("${T}")}), SETTINGS, None)
    assert text is None
    assert [problem.code for problem in problems] == ["EP402"]


def test_values_in_the_cluster(tmp_path: Path) -> None:
    file = tmp_path / "platform.yaml"

    file.write_text(yaml.safe_dump(platform(variables={"sources": [SOURCE]})))
    settings = load(str(file))
    found: Manifest = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"namespace": "shop", "name": "values"},
        "data": {"T": "orders"},
    }
    wanted = claim(streams={"a": topic("${T}")})
    assert connections(wanted, settings, None)[0] is None
    text, _ = connections(wanted, settings, [found])
    assert text is not None
    assert "`orders`" in text
