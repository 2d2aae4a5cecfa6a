"""Show which parts of a playground run."""

from tools.playground.problem import Problem
from tools.playground.processes import Processes
from tools.playground.say import say
from tools.playground.state import State


def status(state: State) -> None:
    """Print each process; raises Problem if there is no playground, or if a part of it does not run."""
    facts = state.facts()
    processes = Processes(state.folder / "processes", state.folder / "logs")
    names = processes.names()
    if not names:
        raise Problem(f"there is no playground {state.name}. start it: make playground")
    for name in names:
        say(f"{name:<24} {'runs' if processes.runs(name) else 'ENDED: ' + processes.last_words(name)}")
    if facts is None:
        raise Problem("the start was interrupted. run make playground again")
    say(f"scope: {facts.scope}\nexport KUBECONFIG={state.folder / 'kubeconfig'}")
    ended = [name for name in names if not processes.runs(name)]
    if ended:
        raise Problem(f"ended: {', '.join(ended)}. run make playground-down, then make playground")
