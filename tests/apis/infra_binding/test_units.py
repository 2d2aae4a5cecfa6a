import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.units import (
    ByteSize,
    Duration,
    PositiveDuration,
    go_duration,
    milliseconds,
    quantity,
    seconds,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0s", 0), ("500ms", 500), ("30s", 30_000), ("5m", 300_000), ("2h", 7_200_000), ("7d", 604_800_000)],
)
def test_how_long_a_duration_is(text: str, expected: int) -> None:
    assert milliseconds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7d", "168h"), ("1d", "24h"), ("0d", "0h"), ("90m", "90m"), ("500ms", "500ms"), ("1h", "1h")],
)
def test_go_has_no_days(text: str, expected: str) -> None:
    assert go_duration(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("1ms", 1), ("1000ms", 1), ("1001ms", 2), ("7d", 604_800), ("0ms", 0)])
def test_a_second_that_has_begun_counts(text: str, expected: int) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("64mb", "64Mi"), ("100GB", "100Gi"), ("4gb", "4Gi"), ("10kB", "10Ki"), ("512b", "512")]
)
def test_sizes_are_binary(text: str, expected: str) -> None:
    """100GB as the quantity 100GB would be rejected by Kubernetes, and 100G would be less."""
    assert quantity(text) == expected


@pytest.mark.parametrize("text", ["", "5", "m", "5 m", "5M", "1h30m", "-1s", "1.5s", "5m\n", "1w", "1" * 10 + "s"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Duration).validate_python(text)


@pytest.mark.parametrize("text", ["", "5", "gb", "5Gi", "5 gb", "5g", "-1gb", "1.5gb", "5tb", "5gb\n"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(ByteSize).validate_python(text)


@pytest.mark.parametrize("text", ["0ms", "0s", "000000000d", "00m", "", "5", "-1s", "1.5s", "1\n", "0s1s"])
def test_what_is_no_more_than_nothing(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PositiveDuration).validate_python(text)


@pytest.mark.parametrize("text", ["1ms", "010s", "100m", "999999999d", "000000001h"])
def test_what_is_more_than_nothing(text: str) -> None:
    assert TypeAdapter(PositiveDuration).validate_python(text) == text
