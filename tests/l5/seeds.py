"""The source documents, which are not part of the repository: what they name, if they are next to it."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from function.base.manifest import Manifest

FOLDER = Path(__file__).parents[3] / "shared" / "seeds"
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PLACEHOLDER = re.compile(r"(?m)^.*<.*>.*\n")
_KEY = re.compile(r"^ *-? ?([a-zA-Z][-\w.]*):")
_BOLD = re.compile(r"^ *- \*\*(.+?)\*\*:")
_ITEM = re.compile(r"^ *- \*{0,2}([A-Z][\w ]*?)\*{0,2}:")
_PLAIN = re.compile(r"^  - (\w+):")


def text(number: str) -> str:
    """Return a document by its number, such as 001."""
    (path,) = FOLDER.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def blocks(number: str) -> Iterator[Manifest]:
    """Yield its blocks of YAML that are objects, without lines that have placeholders such as <value>."""
    for block in _BLOCK.findall(text(number)):
        found = yaml.safe_load(_PLACEHOLDER.sub("", block))
        if isinstance(found, dict):
            yield {name: value for name, value in found.items() if value is not None}


def tables(number: str) -> Iterator[tuple[str, str]]:
    """Yield the heading and the first cell of each row of its tables."""
    for heading, lines in _sections(number, ("## ", "### ")):
        rows = [line.split("|")[1].strip() for line in lines if line.startswith("|")]
        yield from ((heading, row) for row in rows[2:])


def lines(number: str) -> Iterator[str]:
    """Yield the names of lines in lists and in blocks of YAML, each with its heading, and with a comment above it."""
    for heading, found in _sections(number, ("### ",)):
        language, above = "", ""
        for line in found:
            if line.startswith("```"):
                language, above = line.removeprefix("```"), ""
            elif language == "yaml" and line.startswith("# "):
                above = f"{line[2:]}: "
            elif named := (_KEY if language == "yaml" else _ITEM).match(line):
                yield f"{heading}: {above}{named[1]}"


def nested(number: str, heading: str) -> Iterator[str]:
    """Yield the names in the lists below a heading, such as terraform.workspace."""
    for title, found in _sections(number, ("### ",)):
        above = ""
        for line in found if title == heading else ():
            if bold := _BOLD.match(line):
                above = bold[1]
                yield above
            elif plain := _PLAIN.match(line):
                yield f"{above}.{plain[1]}"


def _sections(number: str, marks: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    heading, found = "", list[str]()
    for line in text(number).splitlines():
        if line.startswith("#") and not line.startswith("# "):
            yield heading, found
            heading, found = line.lstrip("# ") if line.startswith(marks) else "", []
        else:
            found.append(line)
    yield heading, found
