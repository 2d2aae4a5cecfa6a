from function.apis.infra_binding.dapr.resiliency.targets import Applied, Targets

TARGETS = Targets.model_validate(
    {
        "components": {
            "store": {"outbound": {"circuit_breaker": "simple"}},
            "broker": {"inbound": {"retry": "pubsub"}},
        },
        "apps": {"orders": {"timeout": "general"}},
    }
)


def test_targets_under_daprs_names() -> None:
    assert TARGETS.settings() == {
        "components": {
            "broker": {"inbound": {"retry": "pubsub"}},
            "store": {"outbound": {"circuitBreaker": "simple"}},
        },
        "apps": {"orders": {"timeout": "general"}},
    }


def test_each_name_has_its_path() -> None:
    assert sorted(TARGETS.names()) == [
        ("apps.orders.timeout", "timeout", "general"),
        ("components.broker.inbound.retry", "retry", "pubsub"),
        ("components.store.outbound.circuit_breaker", "circuit_breaker", "simple"),
    ]


def test_what_is_not_set_names_nothing() -> None:
    assert list(Applied().names()) == []
    assert Applied().settings() == {}
