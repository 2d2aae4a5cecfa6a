"""Expected values are what sigs.k8s.io/yaml 1.6, which kubectl uses, made of each text."""

import pytest

from function.yaml.scalar import Scalar, scalar

TRUE = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]
FALSE = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]
NULL = ["", "~", "null", "Null", "NULL"]
NUMBERS: list[tuple[str, int | float]] = [
    ("0", 0),
    ("-7", -7),
    ("+1", 1),
    ("017", 15),
    ("0o17", 15),
    ("0O17", 15),
    ("08", 8),
    ("0_8", 8),
    ("0x1F", 31),
    ("-0x1F", -31),
    ("0XfF", 255),
    ("0b11", 3),
    ("-0b11", -3),
    ("0b-11", -3),
    ("1_000", 1000),
    ("1_", 1),
    ("+_1", 1),
    ("1e3", 1000),
    ("1.5e3", 1500),
    ("1.e3", 1000),
    ("1.0", 1),
    ("-0.0", 0),
    ("5.", 5),
    (".5", 0.5),
    (".5_0", 0.5),
    ("5_0.5", 50.5),
    ("1e-7", 1e-7),
    ("1e21", 1e21),
    ("1e-400", 0),
    ("9223372036854775807", 2**63 - 1),
    ("0x" + "0" * 5000 + "1", 1),
    ("0" * 5000 + "7", 7),
    ("+9223372036854775807", 2**63 - 1),
    ("9223372036854775808", 2**63),
    ("+9223372036854775808", float(2**63)),
    ("18446744073709551615", 2**64 - 1),
    ("+18446744073709551615", float(2**64)),
    ("18446744073709551616", float(2**64)),
    ("+18446744073709551616", float(2**64)),
    ("-9223372036854775807", -(2**63) + 1),
    ("-9223372036854775808", -(2**63)),
    ("-9223372036854775809", float(-(2**63))),
    ("-18446744073709551615", float(-(2**64))),
    ("0x7fffffffffffffff", 2**63 - 1),
    ("0xffffffffffffffff", 2**64 - 1),
    ("-0x8000000000000000", -(2**63)),
    ("9223372036854775808.0", float(2**63)),
    ("-9223372036854775808.0", float(-(2**63))),
]
TEXTS = [
    *("tRue", "oN", "yEs", "nULL", "yess", "-", "--", "+", ".", "..", "0x", "0b", "1e", "1e400", "1.2.3", "12:30"),
    *("12:30:45", "2020-01-01", "2020-01-01T00:00:00Z", "_1", "0b12", "0x1p3", "0xg", "1 000", "1,000", "250m", "v1"),
    *("=", "<<", ".5.", "._5", ".5_", "infinity", "nan", "inf", "٣", "1٣"),
    *("0x10000000000000000", "+0x8000000000000000", "-0x8000000000000001"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_like_another_type_stays_text(text: str) -> None:
    assert scalar(text, None, plain=True) == text


@pytest.mark.parametrize("text", [*TRUE, *FALSE, *NULL, *(text for text, _ in NUMBERS), ".inf", ".nan"])
def test_quotes_make_text_of_everything(text: str) -> None:
    assert scalar(text, None, plain=False) == text


@pytest.mark.parametrize("text", [".inf", ".Inf", "+.INF", "-.inf", ".nan", ".NaN"])
def test_numbers_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number that Kubernetes accepts"):
        scalar(text, None, plain=True)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("x", "int"), ("1.0", "int"), ("yes", "int"), ("1", "bool"), ("x", "null"), ("x", "float"), ("on", "float")],
)
def test_a_tag_that_the_value_does_not_keep_to_is_refused(text: str, tag: str) -> None:
    with pytest.raises(ValueError, match=f"not a value of type !!{tag}"):
        scalar(text, f"tag:yaml.org,2002:{tag}", plain=True)


def test_binary_that_is_no_base64_is_refused() -> None:
    with pytest.raises(ValueError, match="not base64"):
        scalar("*", "tag:yaml.org,2002:binary", plain=True)


@pytest.mark.parametrize("text", TRUE)
def test_true(text: str) -> None:
    assert scalar(text, None, plain=True) is True


@pytest.mark.parametrize("text", FALSE)
def test_false(text: str) -> None:
    assert scalar(text, None, plain=True) is False


@pytest.mark.parametrize("text", NULL)
def test_null(text: str) -> None:
    assert scalar(text, None, plain=True) is None


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers(text: str, number: float) -> None:
    found = scalar(text, None, plain=True)
    assert (found, type(found)) == (number, type(number))


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("5", "!", "5"),
        ("5", "!custom", "5"),
        ("5", "tag:yaml.org,2002:str", "5"),
        ("~", "tag:yaml.org,2002:str", "~"),
        ("2020-01-01", "tag:yaml.org,2002:timestamp", "2020-01-01"),
        ("5", "tag:yaml.org,2002:int", 5),
        ("5", "tag:yaml.org,2002:float", 5),
        ("yes", "tag:yaml.org,2002:bool", True),
        ("aGk=", "tag:yaml.org,2002:binary", "hi"),
    ],
)
def test_a_tag_decides_even_over_quotes(text: str, tag: str, value: Scalar) -> None:
    assert scalar(text, tag, plain=False) == value
