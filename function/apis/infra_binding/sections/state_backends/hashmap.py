"""State as objects on the heap."""

from collections.abc import Iterator
from typing import Literal

from function.apis.infra_binding.sections.state_backends._section import StateBackend


class Model(StateBackend):
    """State on the heap of task managers: fast, but no larger than the heap."""

    uses_managed_memory = False

    type: Literal["hashmap"]
    async_snapshots: bool | None = None
    """Whether records are processed while a checkpoint is taken. Flink always does so; the field has no effect."""

    def configuration(self, *, managed: bool) -> dict[str, str]:
        """Return the type alone: Flink has no key for asynchronous snapshots any more."""
        return {"state.backend.type": "hashmap"}

    def doubts(self, *, managed: bool) -> Iterator[tuple[str, str]]:
        """Yield the field that asks for what Flink cannot do."""
        if self.async_snapshots is False:
            yield "async_snapshots", "Flink always takes snapshots asynchronously; the field has no effect"
