"""`python -m tools.e2e`: run the scenarios, each scope on a new control plane; with KUBECONFIG set, on that cluster.

All scenarios of both scopes run at the same time, in two processes; a selection runs in one scope after the other.
"""

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.e2e import both, table
from tools.playground import child, down, interruption, options, packages, programs
from tools.playground.parts import nats
from tools.playground.problem import Problem
from tools.playground.product import ROOT, SCOPES
from tools.playground.say import say
from tools.playground.state import State
from tools.playground.up import check_machine, up

_SCENARIOS = ROOT / "tests" / "e2e"
_KEPT = ROOT / "build" / "e2e"
_REPORT = "report.xml"


def main() -> int:
    """Run the scenarios; 1 if a scenario failed, 2 if they cannot run, with the reason in one line."""
    given = _parser().parse_args()
    interruption.expect()
    try:
        scenarios = _chosen(given.only)
        with State(f"{given.name}-scenarios").locked():
            run = _on_cluster if os.environ.get("KUBECONFIG") else _on_playgrounds
            failed = run(given, scenarios)
    except Problem as problem:
        sys.stderr.write(f"e2e: {problem}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("e2e: interrupted\n")
        return 130
    if not (failed or given.only or given.scope or os.environ.get("KUBECONFIG")):
        table.write(ROOT / "docs" / "e2e.md", {scope: _kept(scope) / _REPORT for scope in SCOPES})
    return int(failed)


def _chosen(only: str | None) -> Path:
    """Return the file of a scenario, or the folder of all; raises Problem."""
    chosen = _SCENARIOS / f"test_{only}.py" if only else _SCENARIOS
    if not chosen.exists():
        names = sorted(path.stem.removeprefix("test_") for path in _SCENARIOS.glob("test_*.py"))
        raise Problem(f"there is no scenario {only}. there are {', '.join(names)}")
    return chosen


def _on_cluster(given: argparse.Namespace, scenarios: Path) -> bool:
    """Return whether a scenario failed; what removes the product runs only if it is asked for by name."""
    say(f"on the cluster of KUBECONFIG={os.environ['KUBECONFIG']}")
    selection = [] if given.only else ["-m", "not last"]
    # SIGINT lets pytest delete what the scenarios have created.
    return _run("cluster", [str(scenarios), *selection], os.environ, end_with=signal.SIGINT)


def _on_playgrounds(given: argparse.Namespace, scenarios: Path) -> bool:
    """Return whether a scenario failed in a scope."""
    check_machine()
    if not (given.only or given.scope):
        programs.built(programs.CONTROL_PLANE + (programs.SCALING if given.keda else ()))
        packages.built()  # once, before both need them
        return both.run({scope: both.command(given.name, scope, keda=given.keda) for scope in SCOPES})
    scopes = [given.scope] if given.scope else SCOPES
    failed = [scope for scope in scopes if _on_playground(State(given.name), scope, scenarios, keda=given.keda)]
    return bool(failed)


def _on_playground(state: State, scope: str, scenarios: Path, *, keda: bool) -> bool:
    say(f"\n--- {scope}: a new control plane")
    with state.locked():
        down.remove(state)  # the remains of an interrupted run
    up(state, scope, with_keda=keda, with_example=False)
    try:
        return _run(scope, [str(scenarios)], _environment(state), end_with=signal.SIGTERM)
    finally:
        shutil.copytree(state.folder / "logs", _kept(scope) / "logs")
        with state.locked():
            down.remove(state)


def _environment(state: State) -> Mapping[str, str]:
    facts = state.facts()
    if facts is None:
        raise Problem(f"the playground {state.name} did not start")
    kubectl = programs.built(["kubectl"])["kubectl"]
    return os.environ | {
        "KUBECONFIG": str(state.folder / "kubeconfig"),
        "KUBECACHEDIR": str(state.folder / "kubectl"),
        "PATH": f"{kubectl.parent}:{os.environ['PATH']}",
        "E2E_NATS": f"nats://{facts.address}:{nats.PORT}",
        "E2E_PROCESSES": str(state.folder / "processes"),
    }


def _kept(name: str) -> Path:
    """Return the folder for what is kept of the last run in a scope, or on a cluster."""
    return _KEPT / name


def _run(name: str, selection: list[str], environment: Mapping[str, str], *, end_with: signal.Signals) -> bool:
    """Return whether a scenario failed."""
    shutil.rmtree(_kept(name), ignore_errors=True)
    command = [sys.executable, "-m", "pytest", f"--rootdir={ROOT}", *selection, "-v", "-p", "no:randomly"]
    command += [
        "--durations=0",
        "--durations-min=1",
        f"--junitxml={_kept(name) / _REPORT}",
        "-o",
        f"junit_suite_name={name}",
    ]
    code, _ = child.run(command, environment={**environment, "E2E": "1"}, end_with=end_with)
    return code != 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="e2e", description=__doc__)
    parser.add_argument("--only", help="one scenario: smoke for tests/e2e/test_smoke.py")
    parser.add_argument("--scope", choices=SCOPES, help="one scope instead of both")
    options.add_name(parser, "e2e")
    parser.add_argument("--no-keda", dest="keda", action="store_false", help="without NATS and KEDA")
    return parser


if __name__ == "__main__":
    sys.exit(main())
