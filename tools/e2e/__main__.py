"""`python -m tools.e2e`: run the scenarios, each scope on a new control plane; with KUBECONFIG set, on that cluster.

All scenarios run at the same time, in parts that have a control plane each; a selection runs in one scope after the
other. All of them together try a sample of the generated documents, a scenario of its own tries every one.
"""

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.e2e import sample, table, together
from tools.e2e.part import Part, parts, share
from tools.playground import child, down, interruption, options, packages, programs
from tools.playground.parts import nats
from tools.playground.problem import Problem
from tools.playground.product import ROOT, SCOPES
from tools.playground.say import say
from tools.playground.state import State
from tools.playground.up import check_machine, up

_SCENARIOS = ROOT / "tests" / "e2e"
_KEPT = ROOT / "build" / "e2e"
_PAGE = ROOT / "docs" / "e2e.md"
_REPORT = "report.xml"


def main() -> int:
    """Run the scenarios; 1 if a scenario failed, 2 if they cannot run, with the reason in one line."""
    parser = _parser()
    given = parser.parse_args()
    if given.part != (1, 1) and not given.scope:
        parser.error("--part needs --scope")
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
        reports = {scope: [_kept(part.name) / _REPORT for part in parts() if part.scope == scope] for scope in SCOPES}
        table.write(_PAGE, reports)
    return int(failed)


def _chosen(only: str | None) -> list[Path]:
    """Return the file of a scenario, or the files of all; raises Problem."""
    found = {path.stem.removeprefix("test_"): path for path in sorted(_SCENARIOS.glob("test_*.py"))}
    if only and only not in found:
        raise Problem(f"there is no scenario {only}. there are {', '.join(found)}")
    return [found[only]] if only else list(found.values())


def _on_cluster(given: argparse.Namespace, scenarios: Sequence[Path]) -> bool:
    """Return whether a scenario failed; what removes the product runs only if it is asked for by name."""
    say(f"on the cluster of KUBECONFIG={os.environ['KUBECONFIG']}")
    selection = [] if given.only else ["-m", "not last"]
    # SIGINT lets pytest delete what the scenarios have created.
    return _run("cluster", [*map(str, scenarios), *selection], _sampled(scenarios, os.environ), end_with=signal.SIGINT)


def _on_playgrounds(given: argparse.Namespace, scenarios: Sequence[Path]) -> bool:
    """Return whether a scenario failed in a scope."""
    check_machine()
    if not (given.only or given.scope):
        programs.built(programs.CONTROL_PLANE + (programs.SCALING if given.keda else ()))
        packages.built()  # once, before all need them
        return together.run({part.name: _command(given.name, part, keda=given.keda) for part in parts()})
    chosen = [Part(scope, *given.part) for scope in SCOPES if given.scope in (None, scope)]
    failed = [part for part in chosen if _on_playground(State(given.name), part, scenarios, keda=given.keda)]
    return bool(failed)


def _command(name: str, chosen: Part, *, keda: bool) -> list[str]:
    """Return the command that runs a part of the scenarios on a playground of its own."""
    words = ["--scope", chosen.scope, "--part", f"{chosen.number}/{chosen.parts}", "--name", f"{name}-{chosen.name}"]
    return [sys.executable, "-m", "tools.e2e", *words, *([] if keda else ["--no-keda"])]


def _on_playground(state: State, chosen: Part, scenarios: Sequence[Path], *, keda: bool) -> bool:
    say(f"\n--- {chosen.name}: a new control plane")
    with state.locked():
        down.remove(state)  # the remains of an interrupted run
    up(state, chosen.scope, with_keda=keda, with_example=False)
    try:
        files = list(map(str, chosen.chosen(scenarios, table.seconds(_PAGE, chosen.scope))))
        environment = _sampled(scenarios, _environment(state))
        return _run(chosen.name, files, environment, end_with=signal.SIGTERM)
    finally:
        shutil.copytree(state.folder / "logs", _kept(chosen.name) / "logs")
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


def _sampled(scenarios: Sequence[Path], environment: Mapping[str, str]) -> Mapping[str, str]:
    return {sample.VARIABLE: str(sample.TOGETHER if len(scenarios) > 1 else 1), **environment}


def _kept(name: str) -> Path:
    """Return the folder for what is kept of the last run of a part, or on a cluster."""
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
    parser.add_argument("--part", type=share, default=(1, 1), metavar="N/M", help="the Nth of M parts")
    options.add_name(parser, "e2e")
    parser.add_argument("--no-keda", dest="keda", action="store_false", help="without NATS and KEDA")
    return parser


if __name__ == "__main__":
    sys.exit(main())
