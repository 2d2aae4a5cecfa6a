from function.base import naming


def test_a_service_of_the_longest_name_gets_an_hpa_of_63_characters() -> None:
    longest = "a" * naming.NAME_MAX
    assert len(f"keda-hpa-{naming.scaler(longest)}") == 63


def test_port_names_fit_into_fifteen_characters() -> None:
    assert max(len(name) for name in (naming.HTTP_PORT, naming.METRICS_PORT)) <= 15
