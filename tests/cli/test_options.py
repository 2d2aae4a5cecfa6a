import click
import pytest

from function.cli import main
from function.cli.options import named

COMMAND = click.Command("a")


@pytest.mark.parametrize("value", ["", ("",), ("a", "", "b")])
def test_an_empty_path_is_refused(value: str | tuple[str, ...]) -> None:
    with pytest.raises(click.BadParameter, match="a path must not be empty"):
        named(click.Context(COMMAND), click.Option(["--a"]), value)


@pytest.mark.parametrize("value", [None, ".", " ", "-", ("a", "-")])
def test_every_other_path_is_taken_as_it_is(value: str | tuple[str, ...] | None) -> None:
    assert named(click.Context(COMMAND), click.Option(["--a"]), value) == value


def test_only_one_parameter_reads_standard_input() -> None:
    context, first, second = click.Context(COMMAND), click.Option(["--a"]), click.Option(["--b"])
    assert named(context, first, ("-", "-")) == ("-", "-")
    assert named(context, first, "-") == "-"
    assert named(context, second, ("a", "./-")) == ("a", "./-")
    with pytest.raises(click.BadParameter, match="standard input can be read only once"):
        named(context, second, ("a", "-"))
    assert named(click.Context(COMMAND), second, "-") == "-"


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "-", "a.yaml", "--platform-config", "-"),
        ("render", "a.yaml", "--required", "-", "--observed", "-"),
        ("validate", "-", "--platform-config=-"),
        ("bindings", "diff", "-", "-"),
    ],
    ids=str,
)
def test_a_second_parameter_would_read_nothing(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 3
    assert "standard input can be read only once, and another parameter is - too" in capsys.readouterr().err
