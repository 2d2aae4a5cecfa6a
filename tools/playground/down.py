"""Stop a playground."""

from tools.playground.network import Network
from tools.playground.problem import Problem
from tools.playground.processes import Processes
from tools.playground.state import State


def down(state: State) -> None:
    """Stop it and forget everything but what was built; raises Problem if there is none."""
    with state.locked():
        if not state.folder.exists() and not Network(state.name).exists():
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
    network = Network(state.name)
    strangers = network.processes()
    if strangers:
        raise Problem(
            f"not ours, and still in the network of the playground {state.name}: pid {', '.join(map(str, strangers))}"
        )
    network.remove()
