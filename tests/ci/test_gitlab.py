"""The component for GitLab CI: its script, as a runner runs it. tests/packages/test_ci.py installs."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from tests.ci.conftest import Shell

TEXT = (Path(__file__).parents[2] / "templates/validate.yml").read_text()
SPEC, _ = yaml.safe_load_all(TEXT)
REPORT = "gl-code-quality-report.json"


def job(**given: str) -> dict[str, Any]:
    """Return the job as GitLab makes it of these inputs."""
    values = {name: found.get("default", "") for name, found in SPEC["spec"]["inputs"].items()} | given
    text = re.sub(r"\$\[\[ inputs\.(\w+) ]]", lambda match: json.dumps(values[match[1]]), TEXT.partition("---\n")[2])
    (found,) = yaml.safe_load(text).values()
    assert isinstance(found, dict)
    return found


def check(shell: Shell, **given: str) -> tuple[int, str]:
    found = job(**given)
    done = shell("bash", "-eo", "pipefail", "-c", "\n".join(found["script"]), env=found["variables"])
    return done.returncode, done.stdout + done.stderr


def test_inputs_are_variables_and_never_part_of_a_script() -> None:
    _, template = yaml.safe_load_all(TEXT)
    (found,) = template.values()
    assert "$[[" not in str([*found["script"], *found["before_script"]])
    assert found["artifacts"]["reports"] == {"codequality": REPORT}


def test_a_repository_without_a_mistake_passes(shell: Shell, repository: Path) -> None:
    assert check(shell)[0] == 0
    assert json.loads((repository / REPORT).read_text()) == []
    assert check(shell, command="bindings check", paths="production.infra")[0] == 0


def test_a_mistake_is_in_the_log_and_in_the_report(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    claim.write_text(claim.read_text().replace("size:", "siez:"))
    code, out = check(shell, paths="claims", options="--strict")
    assert code == 1
    assert "claims/orders.yaml:8:3: EP102" in out
    (found,) = json.loads((repository / REPORT).read_text())
    assert (found["check_name"], found["location"]["path"]) == ("EP102", "claims/orders.yaml")


def test_a_path_that_is_not_there_fails(shell: Shell) -> None:
    assert check(shell, paths="none")[0] == 2
    assert check(shell, command="vaildate")[0] == 3


def test_an_input_is_no_command(shell: Shell, repository: Path) -> None:
    for name in ("paths", "options", "command"):
        assert check(shell, **{name: "$(touch made); touch made `touch made` *"})[0] != 0
    assert not (repository / "made").exists()
