"""The logical names that the processes of a binding use."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.types import LogicalName

Names = Annotated[list[LogicalName], Field(max_length=64)]


class Uses(Binding):
    """The logical names that one process uses; each must be an entry of its section."""

    sources: Names = []
    """Entries of `streams` that the process reads."""
    sinks: Names = []
    """Entries of `streams` that the process writes to."""
    lookups: Names = []
    """Entries of `lookups`."""
    dead_letters: Names = []
    """Entries of `dead_letters`."""
    completions: Names = []
    """Entries of `completions`."""
    checkpoints: Names = []
    """Entries of `checkpoints`."""
    state_backends: Names = []
    """Entries of `state_backends`."""
