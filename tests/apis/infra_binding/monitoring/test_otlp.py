import pytest

from function.apis.infra_binding.monitoring.otlp import grpc_address, http_address


@pytest.mark.parametrize(
    ("url", "of_http", "address"),
    [
        ("http://a:4318/v1/traces", ("4318",), "http://a:4317"),
        ("http://a:4319", ("4318",), "http://a:4319"),
        ("https://a.b/x", (), "https://a.b"),
        ("https://a.b/x", ("",), "https://a.b:4317"),
        ("http://[::1]:4318", ("4318",), "http://[::1]:4317"),
        ("http://[fd00::1]", (), "http://[fd00::1]"),
        ("http://[fd00::1]/", ("",), "http://[fd00::1]:4317"),
    ],
)
def test_only_the_ports_of_http_change_and_no_path_stays(url: str, of_http: tuple[str, ...], address: str) -> None:
    assert grpc_address(url, of_http=of_http) == address


@pytest.mark.parametrize(
    ("grpc", "address"),
    [
        ("http://a:4317", "http://a:4318"),
        ("http://[fd00::1]:4317", "http://[fd00::1]:4318"),
        ("http://a:14317", None),
        ("https://a", None),
        ("http://a4317", None),
        ("http://[fd00::4317]", None),
    ],
)
def test_only_beside_the_port_of_grpc_it_is_known_where_http_is(grpc: str, address: str | None) -> None:
    assert http_address(grpc) == address
