"""State on a slab."""

from collections.abc import Iterator
from typing import Literal

from function.apis.infra_binding.sections.state_backends._section import StateBackend


class Model(StateBackend):
    """State on a slab."""

    uses_managed_memory = False

    type: Literal["slab"]
    polished: bool = False
    """Whether it shines."""

    def configuration(self, *, managed: bool) -> dict[str, str]:
        """Return the slab."""
        return {"state.backend.type": "slab", **({"state.backend.slab.polished": "true"} if self.polished else {})}

    def doubts(self, *, managed: bool) -> Iterator[tuple[str, str]]:
        """Yield nothing."""
        yield from ()
