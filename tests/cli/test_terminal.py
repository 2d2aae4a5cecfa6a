import pytest

from function.cli.terminal import colored, format_name


@pytest.mark.parametrize(
    ("environment", "terminal", "name"),
    [
        ({}, True, "full"),
        ({}, False, "concise"),
        ({"GITHUB_ACTIONS": "true"}, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, True, "github"),
        ({"GITHUB_ACTIONS": "false"}, False, "concise"),
        ({"GITHUB_ACTIONS": ""}, True, "full"),
        ({"CI": "true"}, False, "concise"),
    ],
)
def test_the_format_depends_on_who_reads_it(environment: dict[str, str], terminal: bool, name: str) -> None:
    assert format_name(environment, terminal=terminal) == name


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("auto", {}, None),
        ("auto", {"NO_COLOR": ""}, None),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "0"}, False),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": "xterm"}, None),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", {}, False),
    ],
)
def test_an_option_takes_precedence_over_the_environment(
    choice: str, environment: dict[str, str], expected: bool | None
) -> None:
    assert colored(choice, environment) is expected
