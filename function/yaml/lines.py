"""The lines of a YAML file, counted as the positions of its nodes count them."""

from function.yaml.text import BREAK, text


def lines(content: bytes) -> list[str]:
    """Return the lines without their ends, or nothing if the bytes are not text."""
    source = text(content)
    return BREAK.split(source) if isinstance(source, str) else []
