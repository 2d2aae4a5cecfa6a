"""The work for a file grows as the file does, whatever is wrong with it."""

from collections.abc import Callable

import pytest

from function.check.check_file import check_file
from function.check.load import load_content
from function.check.platform import load
from tests.work import growth

START = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: a, namespace: b}
spec:
  image: ghcr.io/a/b:v1
  nats: {stream: A, consumer: b}
"""
SETTINGS = load(None)


def each(line: str) -> Callable[[int], str]:
    """Return a claim with a line as often as it is asked for, numbered where the line has a #."""
    return lambda count: START + "".join(line.replace("#", f"{number:05}") for number in range(count))


def below(start: str, line: str) -> Callable[[int], str]:
    return lambda count: f"{START}{start}{each(line)(count).removeprefix(START)}"


GROWING = {
    "unknown keys": each("  unknown#: 1\n"),
    "unknown keys that resemble known ones": each("  imag#: 1\n"),
    "unknown keys with dots": each("  a.b.c.d#: 1\n"),
    "unknown keys with objects": each("  unknown#: {a: {b: c}}\n"),
    "keys twice": each("  size: small\n"),
    "keys of a map": below("  podLabels:\n", "    -bad#: x\n"),
    "values of a map": below("  podLabels:\n", "    team.#: -bad-\n"),
    "items of the wrong type": below("  args:\n", "  - 1\n"),
    "a long key with dots": lambda count: f"{START}  {'a.' * count}: 1\n",
    "documents": lambda count: "---\n".join([f"{START}  szie: x\n"] * (count // 10 + 1)),
    "items of a list": lambda count: "kind: List\nitems:\n" + "- {kind: EventDrivenService}\n" * (count // 10 + 1),
}


def checked(text: str) -> str:
    return "".join(map(str, check_file(load_content("f.yaml", text.encode()), SETTINGS).findings))


@pytest.mark.parametrize("text", GROWING.values(), ids=GROWING)
def test_work_is_linear(text: Callable[[int], str]) -> None:
    # from 120 on, because less is said of more than 100 problems
    assert growth(lambda count: checked(text(count)), 120) < 2.05


def test_quadratic_work_would_be_seen() -> None:
    assert growth(lambda count: [[0 for _ in range(count)] for _ in range(count)], 40) > 3.8
