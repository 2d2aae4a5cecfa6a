"""The action for GitHub Actions: its last step, as a runner runs it. tests/packages/test_ci.py installs."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.ci.conftest import BIN, Shell

ACTION = yaml.safe_load((Path(__file__).parents[2] / "action.yml").read_text())
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}


def inputs(**given: str) -> Mapping[str, str]:
    """Return the variables of the step for these inputs."""
    values = {name: found["default"] for name, found in ACTION["inputs"].items()} | given
    found = {name.upper(): str(value) for name, value in values.items()}
    return {**found, "EXECUTABLE": str(BIN / "platformctl"), "GITHUB_ACTIONS": "true"}


def check(shell: Shell, **given: str) -> tuple[int, str]:
    done = shell("bash", "-eo", "pipefail", "-c", STEPS["check"]["run"], env=inputs(**given))
    return done.returncode, done.stdout + done.stderr


def test_inputs_are_variables_and_never_part_of_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step["run"]
    assert {*STEPS["check"]["env"]} == {name.upper() for name in ACTION["inputs"]} | {"EXECUTABLE"}


def test_a_repository_without_a_mistake_passes(shell: Shell) -> None:
    assert check(shell)[0] == 0
    assert check(shell, command="bindings check")[0] == 0


def test_a_mistake_is_an_annotation(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    claim.write_text(claim.read_text().replace("size:", "siez:"))
    code, out = check(shell)
    assert code == 1
    assert out.startswith("::error ")
    assert "file=claims/orders.yaml,line=8," in out


def test_options_and_paths_are_lines(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    claim.write_text(claim.read_text().replace("  namespace: shop\n", ""))
    (repository / "with space.yaml").write_text(claim.read_text().replace("orders", "other"))
    assert check(shell)[0] == 0
    code, out = check(shell, options="\n--strict\n\n", paths="claims\nwith space.yaml\n")
    assert code == 1
    assert "file=with space.yaml" in out
    assert check(shell, options="--strict\n--ignore=EP302")[0] == 0


def test_an_input_is_no_command(shell: Shell, repository: Path) -> None:
    for name in ("paths", "options", "command"):
        assert check(shell, **{name: "$(touch made); touch made `touch made`"})[0] != 0
    assert not (repository / "made").exists()
