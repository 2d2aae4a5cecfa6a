"""Stop a playground."""

from tools.playground.problem import Problem
from tools.playground.processes import Processes
from tools.playground.state import State


def down(state: State) -> None:
    """Stop it and forget everything but what was built; raises Problem if there is none."""
    with state.locked():
        if not state.folder.exists() and not state.network.exists():
            raise Problem(f"there is no playground {state.name}")
        remove(state)


def remove(state: State) -> None:
    """Stop it and forget it, if it is there."""
    stop(state)
    state.forget()


def stop(state: State) -> None:
    """Stop its processes, the newest first, and remove its network; logs stay."""
    processes = Processes(state.folder / "processes", state.folder / "logs")
    for name in reversed(processes.names()):
        processes.stop(name)
    network = state.network
    strangers = network.processes()
    if strangers:
        pids = ", ".join(map(str, strangers))
        raise Problem(
            f"the playground {state.name} did not start these processes in its network: {pids}. end them first"
        )
    network.remove()
