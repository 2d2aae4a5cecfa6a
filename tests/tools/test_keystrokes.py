"""The command that measures how long an editor waits; it is not run here."""

from function.yaml.reader import read
from tools.keystrokes import LINES, text


def test_the_claim_has_its_lines_and_can_be_read() -> None:
    assert len(text().splitlines()) == LINES
    assert read(text().encode()).problem is None
