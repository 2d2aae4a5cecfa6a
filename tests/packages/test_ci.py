"""The action, the hooks, and the component, with the installation that each of them begins with.

They install the project and its dependencies into environments of their own. tests/ci has the rest, which needs no
network.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.ci.test_action import STEPS, inputs
from tests.ci.test_gitlab import REPORT, job
from tests.editing import CLAIM
from tests.packages.conftest import ROOT

pytestmark = pytest.mark.skipif(
    os.environ.get("REQUIRE_PACKAGES") != "1", reason="installs, needs network: make packages-test"
)
INSTALLED = ("function", "man", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "requirements.txt")
OF_NETWORK = ("PIP_", "UV_", "HTTP", "http", "NO_PROXY", "no_proxy", "SSL_", "REQUESTS_")
"""Beginnings of variables that say how packages are fetched."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a repository with a mistake in line 8 of its only claim."""
    folder = tmp_path / "sample"
    (folder / "claims").mkdir(parents=True)
    (folder / "claims/orders.yaml").write_text(CLAIM.replace("size:", "siez:"))
    return folder


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """Return a repository with what is installed of the project, as it is now."""
    folder = tmp_path / "product"
    folder.mkdir()
    for name in (*INSTALLED, ".pre-commit-hooks.yaml"):
        copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copied(ROOT / name, folder / name)
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "all")):
        done = run(folder, "git", *words)
        assert done.returncode == 0, done.stderr
    return folder


def run(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder, without the project's own environment and without settings of a person."""
    own = {
        **{name: value for name, value in os.environ.items() if name.startswith(OF_NETWORK)},
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        **(env or {}),
    }
    return subprocess.run(words, cwd=folder, env=own, capture_output=True, text=True, check=False)


def test_the_action_installs_and_checks(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    runner = {"SOURCE": str(ROOT), "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output)}
    done = run(sample, "bash", "-eo", "pipefail", "-c", STEPS["install"]["run"], env=runner)
    assert done.returncode == 0, done.stderr
    name, _, executable = output.read_text().strip().partition("=")
    assert name == "executable"
    step = {**inputs(), "EXECUTABLE": executable}
    done = run(sample, "bash", "-eo", "pipefail", "-c", STEPS["check"]["run"], env=step)
    assert done.returncode == 1, done.stderr
    assert "file=claims/orders.yaml,line=8," in done.stdout


def test_pre_commit_installs_and_runs_the_hooks(sample: Path, product: Path) -> None:
    revision = run(product, "git", "rev-parse", "HEAD").stdout.strip()
    hooks = [{"id": "platformctl-validate"}, {"id": "platformctl-bindings"}]
    config = {"repos": [{"repo": str(product), "rev": revision, "hooks": hooks}]}
    (sample / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    run(sample, "git", "init", "--quiet")
    run(sample, "git", "add", ".")
    done = run(sample, sys.executable, "-m", "pre_commit", "run", "--color=never")
    assert done.returncode == 1, done.stderr
    assert "claims/orders.yaml:8:3: EP102" in done.stdout
    (sample / "claims/orders.yaml").write_text(CLAIM)
    run(sample, "git", "add", ".")
    done = run(sample, sys.executable, "-m", "pre_commit", "run", "--color=never")
    assert (done.returncode, done.stdout.count("Passed")) == (0, 1), done.stdout


def test_the_component_installs_and_checks(sample: Path, product: Path, tmp_path: Path) -> None:
    found = job(source=f"git+file://{product}", paths="claims")
    made = run(sample, sys.executable, "-m", "venv", str(tmp_path / "image"))
    assert made.returncode == 0, made.stderr
    image = {**found["variables"], "PATH": f"{tmp_path / 'image/bin'}:{os.environ['PATH']}"}
    script = "\n".join([*found["before_script"], *found["script"]])
    done = run(sample, "bash", "-eo", "pipefail", "-c", script, env=image)
    assert done.returncode == 1, done.stderr
    assert "claims/orders.yaml:8:3: EP102" in done.stdout
    (finding,) = json.loads((sample / REPORT).read_text())
    assert finding["check_name"] == "EP102"
