"""Corrects the mistakes of a file that have only one right answer, and leaves every other character as it is."""

from collections.abc import Callable
from typing import NamedTuple

from function.base.manifest import Manifest
from function.base.problems import Problem
from function.base.request import Fetch
from function.check.finding import Finding
from function.check.judge import judged
from function.check.load import load_content
from function.check.platform import Platform
from function.check.rewritten import BYTE_ORDER_MARK
from function.check.settled import settled
from function.yaml.node import value_of
from function.yaml.replace import replaced


class FixedFile(NamedTuple):
    """The content of a file, and the findings that are gone."""

    content: bytes
    fixed: tuple[Finding, ...] = ()


def fixed(name: str, content: bytes, platform: Platform, fetch: Fetch, wanted: Callable[[Finding], bool]) -> FixedFile:
    """Return the file without the `wanted` findings that can be corrected.

    A file with an error in its YAML stays as it is, and so does one in which other values would change too, because of
    an anchor.
    """
    loaded = load_content(name, content)
    if loaded.findings:
        return FixedFile(content)

    def judge(manifest: Manifest) -> list[Problem]:
        found = judged(manifest, platform, fetch)
        return [] if found is None else found.problems

    text = content.decode("utf-8")
    bom = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = text.removeprefix(bom).splitlines(keepends=True)
    results = [settled(resource, lines, judge, wanted) for resource in loaded.resources]
    values = {place: value for result in results for place, value in result.values.items()}
    after = (bom + replaced(lines, values)).encode()
    again = load_content(name, after)
    if again.findings or [found.value for found in again.resources] != [value_of(result.root) for result in results]:
        return FixedFile(content)
    return FixedFile(after, tuple(finding for result in results for finding in result.fixed))
