"""The hooks for pre-commit, run by pre-commit itself.

Here the hooks use the platformctl on PATH; in tests/packages/test_ci.py, pre-commit installs it from a repository.
"""

import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.conftest import Shell

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
WRONG = "siez:"


def committed(shell: Shell, repository: Path, *names: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
    """Return the exit code and output of these hooks on all files that are about to be committed."""
    hooks = [{**hook, "language": "system", **({"args": [*options]} if options else {})} for hook in HOOKS]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    shell("git", "init", "--quiet")
    shell("git", "add", ".")
    done = shell(sys.executable, "-m", "pre_commit", "run", "--color=never", *names)
    return done.returncode, done.stdout + done.stderr


def test_each_hook_runs_a_command_of_the_package() -> None:
    assert {hook["entry"].partition(" ")[0] for hook in HOOKS} == {"platformctl"}
    assert {hook["language"] for hook in HOOKS} == {"python"}


def test_a_repository_without_a_mistake_passes(shell: Shell, repository: Path) -> None:
    code, out = committed(shell, repository)
    assert code == 0, out
    assert out.count("Passed") == len(HOOKS)


def test_a_mistake_stops_the_commit(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    claim.write_text(claim.read_text().replace("size:", WRONG))
    code, out = committed(shell, repository, "platformctl-validate")
    assert code == 1
    assert "claims/orders.yaml:8:3: EP102" in out


def test_a_mistake_is_corrected(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    right = claim.read_text()
    claim.write_text(right.replace("size:", WRONG))
    code, out = committed(shell, repository, "platformctl-fix")
    assert code == 1
    assert "files were modified by this hook" in out
    assert claim.read_text() == right


def test_a_part_of_a_binding_is_checked_with_the_whole(shell: Shell, repository: Path) -> None:
    whole = repository / "production.infra"
    (repository / "base.infra").write_text("streams:\n" + whole.read_text().partition("streams:\n")[2])
    whole.write_text('extends: base.infra\nversion: "1.0"\nenvironment: production\n')
    assert committed(shell, repository, "platformctl-bindings")[0] == 0
    (repository / "base.infra").write_text("streams: []\n")
    code, out = committed(shell, repository, "platformctl-bindings")
    assert code == 1
    assert "base.infra:1:10" in out


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_repository_without_claims_is_left_alone(shell: Shell, repository: Path, hook: dict[str, str]) -> None:
    (repository / "claims/orders.yaml").unlink()
    (repository / "production.infra").unlink()
    (repository / "values.json").write_text("{}\n")
    assert committed(shell, repository, hook["id"])[0] == 0


def test_options_of_the_team_are_used(shell: Shell, repository: Path) -> None:
    claim = repository / "claims/orders.yaml"
    claim.write_text(claim.read_text().replace("  namespace: shop\n", ""))
    assert committed(shell, repository, "platformctl-validate")[0] == 0
    assert committed(shell, repository, "platformctl-validate", options=("--strict",))[0] == 1
