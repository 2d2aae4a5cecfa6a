"""Stop a playground."""

from tools.playground import machine
from tools.playground.problem import Problem
from tools.playground.processes import Processes
from tools.playground.state import State


def down(state: State) -> None:
    """Stop it and delete everything except what was built; raises Problem if there is none."""
    if not state.folder.exists() and not state.network.exists():
        raise Problem(f"there is no playground {state.name}")
    machine.require_root("it stops processes of root and deletes their network namespace")
    with state.locked():
        remove(state)


def remove(state: State) -> None:
    """Stop it and delete its folder; does nothing if there is none."""
    stop(state)
    state.forget()


def stop(state: State) -> None:
    """Stop its processes, the newest first, and delete its network; the logs are kept."""
    processes = Processes(state.folder / "processes", state.folder / "logs")
    for name in reversed(processes.names()):
        processes.stop(name)
    network = state.network
    others = network.processes()
    if others:
        pids = ", ".join(map(str, others))
        raise Problem(f"the network of {state.name} has processes that the playground did not start: {pids}. stop them")
    network.remove()
