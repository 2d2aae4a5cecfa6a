"""What becomes of logs: configuration of jobs, and entries of the document."""

from function.apis.infra_binding.member import Made
from function.apis.infra_binding.monitoring.logs import Logging
from function.apis.infra_binding.monitors.monitor import Monitor


def logging(logs: Logging) -> Monitor:
    """Return why neither the logs nor any of their destinations have an object."""
    return Monitor(
        name="logging",
        physical="log4j",
        made=Made(unmanaged="it is configuration of the jobs; no object is needed"),
        unmanaged={f"outputs[{position}]": output.unmanaged for position, output in enumerate(logs.outputs)},
    )
