from function.apis.infra_binding.monitors.described import described
from function.base.manifest import items_at, mapping_at
from tests.bindings import resolved
from tests.monitored import PROMETHEUS, files, spec
from tests.support import look


def test_the_document_names_the_objects_of_each_part() -> None:
    found = described(resolved(**spec(metrics=PROMETHEUS)).monitors)
    (named,) = items_at(found, "metrics", "objects")
    assert list(mapping_at(named)) == ["apiVersion", "kind", "namespace", "name"]
    assert (look(named, "kind"), look(named, "namespace")) == ("PodMonitor", "shop")


def test_a_part_without_objects_and_settings_is_not_there() -> None:
    assert described(resolved(**spec(metrics={"type": "datadog"})).monitors) == {}
    assert "monitoring.yaml" not in files(monitoring={"logging": {"level": "INFO"}})
    assert look(files(), "monitoring.yaml") is None
