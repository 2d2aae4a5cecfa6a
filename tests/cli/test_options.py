import click
import pytest

from function.cli.options import named

COMMAND = click.Command("a")


@pytest.mark.parametrize("value", ["", ("",), ("a", "", "b")])
def test_an_empty_path_is_refused(value: str | tuple[str, ...]) -> None:
    with pytest.raises(click.BadParameter, match="a path must not be empty"):
        named(click.Context(COMMAND), click.Option(["--a"]), value)


@pytest.mark.parametrize("value", [None, ".", " ", "-", ("a", "-")])
def test_every_other_path_is_taken_as_it_is(value: str | tuple[str, ...] | None) -> None:
    assert named(click.Context(COMMAND), click.Option(["--a"]), value) == value
