"""The demo shows the main job, a refused claim and a broken status, on few lines."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def demo(*options: str) -> list[str]:
    command = [sys.executable, "tools/demo.py", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize(("options", "least", "most"), [([], 50, 70), (["--full"], 300, 500)])
def test_the_demo_shows_what_matters(options: list[str], least: int, most: int) -> None:
    lines = demo(*options)
    text = "\n".join(lines)
    for word in (
        "ServiceAccount",
        "Deployment",
        "Service",
        "ScaledObject",
        "run-migrations",
        "nats-headless.nats.svc.cluster.local:8222",
        "<stdin>:11:9: EP104 spec.size: must be one of [small, medium, large], got 'xlarge'",
        "QuotaExceeded",
        "True     Operational",
    ):
        assert word in text
    assert least < len(lines) < most
