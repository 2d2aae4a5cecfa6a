"""`python -m tools.e2e`: the scenarios, each scope on a fresh control plane; with KUBECONFIG set, on that cluster."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.e2e import table
from tools.playground import down, interruption, programs
from tools.playground.parts import nats
from tools.playground.problem import Problem
from tools.playground.product import ROOT, SCOPES
from tools.playground.say import say
from tools.playground.state import State
from tools.playground.up import up

_SCENARIOS = ROOT / "tests" / "e2e"
_KEPT = ROOT / "build" / "e2e"


def main() -> int:
    """Run the scenarios; 1 if one failed, 2 if something has to be mended first."""
    options = _parser().parse_args()
    interruption.expect()
    try:
        scenarios = _chosen(options.only)
        with State(f"{options.name}-scenarios").locked():
            shutil.rmtree(_KEPT, ignore_errors=True)
            _KEPT.mkdir(parents=True)
            failed = _run_all(options, scenarios)
    except Problem as problem:
        sys.stderr.write(f"e2e: {problem}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("e2e: interrupted\n")
        return 130
    if not (failed or options.only or options.scope or "KUBECONFIG" in os.environ):
        table.write(ROOT / "docs" / "e2e.md", {scope: _report(scope) for scope in SCOPES})
    return int(failed)


def _chosen(only: str | None) -> Path:
    """Return the file of a scenario, or the folder of all; raises Problem."""
    chosen = _SCENARIOS / f"test_{only}.py" if only else _SCENARIOS
    if not chosen.exists():
        names = sorted(path.stem.removeprefix("test_") for path in _SCENARIOS.glob("test_*.py"))
        raise Problem(f"there is no scenario {only}. there are {', '.join(names)}")
    return chosen


def _run_all(options: argparse.Namespace, scenarios: Path) -> bool:
    """Return whether a scenario failed."""
    if "KUBECONFIG" in os.environ:
        return _run("cluster", scenarios, os.environ)
    scopes = [options.scope] if options.scope else SCOPES
    state = State(options.name)
    failed = [scope for scope in scopes if _on_playground(state, scope, scenarios, keda=options.keda)]
    return bool(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="e2e", description=__doc__)
    parser.add_argument("--only", help="one scenario: smoke for tests/e2e/test_smoke.py")
    parser.add_argument("--scope", choices=SCOPES, help="one scope instead of both")
    parser.add_argument("--name", default=os.environ.get("PLAYGROUND", "e2e"), help="of the playground that is made")
    parser.add_argument("--no-keda", dest="keda", action="store_false", help="without NATS and KEDA")
    return parser


def _on_playground(state: State, scope: str, scenarios: Path, *, keda: bool) -> bool:
    say(f"\n--- {scope}: a fresh control plane")
    with state.locked():
        down.remove(state)  # what an interrupted run has left
    up(state, scope, with_keda=keda, with_example=False)  # stops what it started if it fails, and leaves the logs
    try:
        return _run(scope, scenarios, _environment(state))
    finally:
        shutil.copytree(state.folder / "logs", _KEPT / f"{scope}-logs")
        with state.locked():
            down.remove(state)


def _environment(state: State) -> Mapping[str, str]:
    facts = state.facts()
    if facts is None:
        raise Problem(f"the playground {state.name} did not start")
    kubectl = programs.built(["kubectl"])["kubectl"]
    return os.environ | {
        "KUBECONFIG": str(state.folder / "kubeconfig"),
        "PATH": f"{kubectl.parent}:{os.environ['PATH']}",
        "E2E_NATS": f"nats://{facts.address}:{nats.PORT}",
        "E2E_PROCESSES": str(state.folder / "processes"),
    }


def _report(scope: str) -> Path:
    return _KEPT / f"{scope}.xml"


def _run(scope: str, scenarios: Path, environment: Mapping[str, str]) -> bool:
    """Return whether a scenario failed."""
    command = [sys.executable, "-m", "pytest", str(scenarios), "-v", "-p", "no:randomly", "--durations=0"]
    command += ["--durations-min=1", f"--junitxml={_report(scope)}", "-o", f"junit_suite_name={scope}"]
    return subprocess.run(command, cwd=ROOT, env={**environment, "E2E": "1"}, check=False).returncode != 0


if __name__ == "__main__":
    sys.exit(main())
