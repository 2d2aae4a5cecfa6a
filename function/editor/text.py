"""A text as an editor has it, and what is read from it, each part once."""

from functools import cached_property

from function.check.rewritten import BYTE_ORDER_MARK
from function.editor.positions import Encoding, Positions
from function.yaml.node import Document
from function.yaml.reader import read
from function.yaml.text import BREAK

CHARACTERS_MAX = 2**20
"""Length of a text beyond which nothing is answered. The API server accepts claims of about this size."""


class Text:
    """A text, its name in findings, and what an editor counts in its lines."""

    def __init__(self, name: str, source: str, encoding: Encoding) -> None:
        self.name = name
        self.source = source
        self._encoding: Encoding = encoding

    @property
    def is_too_long(self) -> bool:
        """Return whether nothing is answered about the text."""
        return len(self.source) > CHARACTERS_MAX

    @cached_property
    def content(self) -> bytes:
        """Return the bytes as they would be saved; half of a surrogate pair, which no file can contain, becomes ?."""
        return self.source.encode("utf-8", "replace")

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines as the reader of YAML counts them."""
        return BREAK.split(self.source.removeprefix(BYTE_ORDER_MARK))

    @cached_property
    def documents(self) -> list[Document]:
        """Return the documents up to the first that cannot be read."""
        return read(self.content).documents

    @cached_property
    def positions(self) -> Positions:
        """Return what converts positions in the text."""
        return Positions(self.source, self._encoding)
