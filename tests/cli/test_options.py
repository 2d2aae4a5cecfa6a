import click
import pytest

from function.cli.options import named, target
from tests.cli.conftest import Run

COMMAND = click.Command("a")


@pytest.mark.parametrize("value", ["", ("",), ("a", "", "b")])
def test_an_empty_path_is_refused(value: str | tuple[str, ...]) -> None:
    with pytest.raises(click.BadParameter, match="a path must not be empty"):
        named(click.Context(COMMAND), click.Option(["--a"]), value)


@pytest.mark.parametrize("value", [None, ".", " ", "-", ("a", "-")])
def test_every_other_path_is_taken_as_it_is(value: str | tuple[str, ...] | None) -> None:
    assert named(click.Context(COMMAND), click.Option(["--a"]), value) == value


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "-", "-"),
        ("validate", "-", "a.yaml", "--platform-config", "-"),
        ("import", "-", "--env-file", "-"),
        ("migrate", "-", "--platform-config=-"),
        ("plan", "-", "a.yaml", "--platform-config", "-"),
        ("plan", "-", "-"),
        ("render", "-", "--required", "-"),
        ("render", "a.yaml", "--observed", "-", "--platform-config", "-"),
        ("doctor", "-f", "-", "-f", "-"),
        ("status", "orders", "-f", "-", "-f", "-"),
        ("set-image", "-", "a/b:1", "--platform-config", "-"),
        ("bindings", "diff", "-", "-"),
        ("bindings", "check", "-", "--env-file", "-"),
    ],
)
def test_standard_input_is_read_only_once(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, stdin="a: 1\n")
    assert (done.code, done.out) == (3, "")
    assert "standard input (-) can be read only once. Hint: name files for the other inputs" in done.err


@pytest.mark.parametrize("value", ["", "-"])
def test_what_is_written_has_a_name(value: str) -> None:
    with pytest.raises(click.BadParameter):
        target(click.Context(COMMAND), click.Option(["--a"]), value)


@pytest.mark.parametrize("value", [None, "a", "./-"])
def test_every_other_target_is_taken_as_it_is(value: str | None) -> None:
    assert target(click.Context(COMMAND), click.Option(["--a"]), value) == value


@pytest.mark.parametrize("words", [("init", "a"), ("schema",), ("package", "--scope", "claims")])
def test_no_file_is_called_like_standard_output(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "--output", "-")
    assert (done.code, done.out) == (3, "")
    assert "cannot write to standard output" in done.err
