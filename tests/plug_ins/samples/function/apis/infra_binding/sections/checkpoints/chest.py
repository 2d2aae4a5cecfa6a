"""Checkpoints in a chest."""

from typing import Annotated, Literal

from function.apis.infra_binding.flink.storage import Storage
from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.text import Text

Lid = Annotated[str, Text("^[a-z]+$", meaning="a word", example="oak", max_length=64)]


class Model(Checkpoint):
    """A chest. It must exist."""

    type: Literal["chest"]
    lid: Lid
    """The lid."""

    def storage(self) -> Storage:
        """Return the address of the chest."""
        return Storage(uri=f"chest://{self.lid}")
