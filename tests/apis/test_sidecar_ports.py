import pytest

from function.apis.sidecar_ports import sidecar_ports

ENABLED = {"dapr.io/enabled": "true"}


@pytest.mark.parametrize(
    "annotations", [{}, {"dapr.io/enabled": "false"}, {"dapr.io/enabled": ""}, {"dapr.io/metrics-port": "9090"}]
)
def test_without_a_sidecar_there_are_none(annotations: dict[str, str]) -> None:
    assert sidecar_ports(annotations) is None


@pytest.mark.parametrize("text", ["true", "True", "yes", "1", "on"])
def test_a_sidecar_has_those_of_dapr(text: str) -> None:
    assert sidecar_ports({"dapr.io/enabled": text}) == (50002, 9090)


def test_annotations_change_them() -> None:
    found = sidecar_ports({**ENABLED, "dapr.io/internal-grpc-port": "50012", "dapr.io/metrics-port": "9191"})
    assert found == (50012, 9191)


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "9090 "])
def test_what_is_no_port_changes_nothing(text: str) -> None:
    assert sidecar_ports({**ENABLED, "dapr.io/internal-grpc-port": text, "dapr.io/metrics-port": text}) == (50002, 9090)
