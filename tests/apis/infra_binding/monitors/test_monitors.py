from function.apis.infra_binding.monitors.monitors import monitors
from tests.bindings import config, model, resolved
from tests.monitored import spec

WHOLE = spec(
    metrics={"type": "prometheus"},
    tracing={"type": "otel", "endpoint": "http://collector:4317"},
    logging={"level": "INFO"},
    alerts=[{"name": "a", "condition": "checkpoint_failures > 3", "severity": "info"}],
)


def test_each_part_that_the_binding_has_is_there_in_the_order_of_the_fields() -> None:
    found = [monitor.path for monitor in resolved(**WHOLE).monitors]
    assert found == [f"monitoring.{name}" for name in ("metrics", "tracing", "logging", "alerts")]


def test_nothing_is_there_without_the_section_and_with_an_empty_one() -> None:
    assert resolved().monitors == ()
    assert resolved(monitoring={}).monitors == ()
    assert monitors(model(), resolved().meta, config(), {}, ()) == ()
