"""Single values as Kubernetes judges them."""

from fractions import Fraction

import pytest

from tests.schemas import values


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1", Fraction(1)),
        ("250m", Fraction(1, 4)),
        ("1.5Gi", Fraction(3 * 2**29)),
        (".5", Fraction(1, 2)),
        ("2.", Fraction(2)),
        ("1k", Fraction(1000)),
        ("1Ki", Fraction(1024)),
        ("1e3", Fraction(1000)),
        ("1E3", Fraction(1000)),
        ("1E", Fraction(10**18)),
        ("12e-1", Fraction(6, 5)),
    ],
)
def test_quantities(text: str, amount: Fraction) -> None:
    assert values.quantity(text) == amount


@pytest.mark.parametrize("text", ["", "1 Gi", "1GB", "Gi", ".", "1,5", "0x10", "1e", "1K", "٣", "-", "1e9999"])
def test_no_quantities(text: str) -> None:
    assert values.quantity(text) is None


@pytest.mark.parametrize("value", [None, 1.5, [], {}])
def test_no_quantities_of_other_types(value: object) -> None:
    assert values.quantity(value) is None


@pytest.mark.parametrize("text", ["", "-a", "a-", "A", "a_b", "a" * 64, "a\n", "ä"])
def test_no_labels(text: str) -> None:
    assert not values.is_label(text)
    assert not values.is_service_name(text)


@pytest.mark.parametrize("text", ["", ".", "a..b", "a.", "A.b", "a" * 254])
def test_no_subdomains(text: str) -> None:
    assert not values.is_subdomain(text)


@pytest.mark.parametrize("text", ["", "/a", "a/", "a/b/c", "A_b/c", "a" * 64, "-a", "a\n"])
def test_no_keys(text: str) -> None:
    assert not values.is_key(text)


@pytest.mark.parametrize("text", ["", "1234", "a--b", "-a", "A", "abcdefghijklmnop"])
def test_no_port_names(text: str) -> None:
    assert not values.is_port_name(text)


@pytest.mark.parametrize("text", ["", ".", "..", "..a", "a/b", "a b", "x" * 254])
def test_no_config_keys(text: str) -> None:
    assert not values.is_config_key(text)


def test_what_is_right() -> None:
    assert values.is_label("1-a")
    assert values.is_service_name("a-1")
    assert values.is_subdomain("a.b-c.1")
    assert values.is_key("example.org/Team_1.x")
    assert values.is_label_value("")
    assert values.is_port_name("http-1")
    assert values.is_config_key(".dockerconfigjson")
