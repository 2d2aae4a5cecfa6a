import pytest

from function.base.manifest import Json
from function.base.port import is_port, port_of


@pytest.mark.parametrize("value", [1, 80, 65535])
def test_ports(value: int) -> None:
    assert is_port(value)
    assert port_of(str(value)) == value


@pytest.mark.parametrize("value", [0, -1, 65536, 10**50, True, 80.0, "80", None, [], {}])
def test_other_values_are_no_ports(value: Json) -> None:
    assert not is_port(value)


@pytest.mark.parametrize(
    "text", ["", "0", "00000", "65536", "-1", "+1", "1.0", " 80", "80\n", "1_0", "٣", "²", "9" * 5000]
)
def test_other_texts_name_no_port(text: str) -> None:
    assert port_of(text) is None
