"""Every command that the README and the quick start show is run by a test or by CI, and every command is shown."""

import re
from pathlib import Path

import click
import pytest

from function.cli.group import COMMANDS, platformctl
from tests.test_docs import BLOCK, ROOT

README, QUICK_START = ROOT / "README.md", ROOT / "docs" / "quickstart.md"
E2E = ("tests/e2e/test_examples.py", "test_its_columns_show_its_status")
RUN_BY = {
    "make setup": (".ci/run", "step make setup"),
    "make demo": (".ci/run", "step make demo"),
    "make test": (".ci/run", "step make test"),
    "make wheel": ("tests/test_wheel.py", "make wheel"),
    "python3 -m venv": ("tests/test_wheel.py", "test_the_wheel_works_where_only_it_is_installed"),
    "~/platformctl/bin/pip install": ("tests/test_wheel.py", "test_the_wheel_works_where_only_it_is_installed"),
    "export PATH=~/platformctl/bin:$PATH": ("tests/test_consoles.py", '"PATH"'),
    "platformctl up claims/orders.yaml": ("tests/test_consoles.py", "test_the_command_that_starts"),
    "nats pub ORDERS.created": ("tests/compose/test_running.py", "nats pub"),
    "pipx install git+https": ("tests/test_wheel.py", "test_the_wheel_works_where_only_it_is_installed"),
    "kubectl apply --server-side -f examples/eventdrivenservice/minimal/claim.yaml": (
        "tools/playground/example.py",
        'kubectl("apply"',
    ),
    "kubectl wait -n workers eventdrivenservice/simple-worker": ("tools/playground/example.py", "Operational"),
    "kubectl get -n workers eds": E2E,
    "kubectl get eds": E2E,
    "make playground KIND=1": ("tests/tools/playground/kind/test_playground.py", "up"),
    "make playground-down KIND=1": ("tests/tools/playground/kind/test_playground.py", "down"),
    "make playground-down": ("tools/e2e/__main__.py", "down.remove(state)"),
    "make playground": ("tools/e2e/__main__.py", "up(state"),
    "kubectl get deployment,service,serviceaccount,scaledobject": ("tests/e2e/test_examples.py", "its_objects"),
    ".venv/bin/python -m tools.playground.messages": ("tests/e2e/test_autoscaling.py", "publish("),
    "kubectl wait -n workers eds/simple-worker --for=jsonpath": ("tests/e2e/test_autoscaling.py", "summary"),
    "sed 's/size: small/size: xlarge/'": ("tests/e2e/test_invalid.py", "finds_the_errors"),
    "kubectl patch eds simple-worker": ("tests/e2e/test_failures.py", "pull-fails"),
    "kubectl get pods -n workers": ("tests/e2e/test_failures.py", "pods"),
}
"""What runs a command that begins like this, apart from console blocks, which tests/test_consoles.py runs."""


def commands(page: Path) -> list[str]:
    """Return the commands in a page's blocks, apart from those in console blocks."""
    found: list[str] = []
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        lines = block[2].splitlines()
        if block[1] == "sh":
            found += [re.split(r"\s{2,}#", line)[0].strip() for line in lines]
        elif block[1] == "text":
            found += [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
    return found


ALL = list(dict.fromkeys(command for page in (README, QUICK_START) for command in commands(page)))


def test_there_are_commands() -> None:
    assert len(ALL) > 15


@pytest.mark.parametrize("command", ALL)
def test_each_command_is_run_somewhere(command: str) -> None:
    beginnings = [beginning for beginning in RUN_BY if command.startswith(beginning)]
    assert beginnings, f"{command}: nothing runs it"
    file, text = RUN_BY[max(beginnings, key=len)]
    assert text in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("beginning", RUN_BY)
def test_nothing_is_listed_that_no_page_shows(beginning: str) -> None:
    assert [command for command in ALL if command.startswith(beginning)]


def table() -> str:
    return README.read_text(encoding="utf-8").partition("## The command line\n")[2].partition("\n## ")[0]


def test_the_readme_lists_exactly_the_commands() -> None:
    rows = re.findall(r"^\| (`platformctl .*?) \|", table(), re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`platformctl ([a-z-]+)", row)]
    assert sorted(set(listed)) == sorted(COMMANDS)  # one may have several forms


def test_the_readme_lists_the_commands_of_groups() -> None:
    for name in COMMANDS:
        group = platformctl.get_command(click.Context(platformctl), name)
        if isinstance(group, click.Group):
            (row,) = [line for line in table().splitlines() if line.startswith(f"| `platformctl {name}`")]
            listed = re.findall(r"`([a-z]+)`", row.partition(" | ")[2])
            assert sorted(listed) == group.list_commands(click.Context(group))
