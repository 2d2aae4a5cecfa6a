"""`--set` is refused before anything is read."""

import click
import pytest
from click.testing import CliRunner

from function.check.assigned import Assignment
from function.cli.setting import assignments


@click.command()
@assignments
def command(assignments: tuple[Assignment, ...]) -> None:
    click.echo(" ".join(f"{found.path}={found.value!r}" for found in assignments))


def test_values_are_those_of_yaml() -> None:
    done = CliRunner().invoke(command, ["--set", "spec.size=large", "--set", "spec.env[A].value='1'"])
    assert (done.exit_code, done.output) == (0, "spec.size='large' spec.env[A].value='1'\n")


@pytest.mark.parametrize("text", ["spec.size", "size=large", "spec.size=.nan"])
def test_what_is_no_value_of_a_claim_is_a_usage_error(text: str) -> None:
    done = CliRunner().invoke(command, ["--set", text])
    assert done.exit_code == 2
    assert "Invalid value for '--set'" in done.output
