"""Whatever is wrong with a document: corrections keep its comments and lines, add no error, and are made once."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.check.fix import FixedFile, fixed
from function.check.judge import judge
from function.check.load import load_content
from function.check.platform import load
from function.yaml.dump import dump
from tests import bindings
from tests.documents import namespaced
from tests.property.models import DETERMINISTIC, Strategy
from tests.property.strategies import SPECS, places
from tests.property.test_bindings import BINDINGS

EXAMPLES = settings(DETERMINISTIC, max_examples=40)
PLATFORM = load(None)
KEYS: tuple[Callable[[str], str], ...] = (str.upper, str.title, lambda key: f"{key}s", lambda key: key[:-1])
VALUES: tuple[Callable[[Json], Json], ...] = (
    lambda value: str(value) if isinstance(value, int) else value,
    lambda value: value.title() if isinstance(value, str) else value,
    lambda value: f"{value}s" if isinstance(value, int) else value,
    lambda value: 5 if isinstance(value, str) else value,
    lambda value: True if isinstance(value, str) else value,
)


def slipped(document: Manifest) -> Strategy:
    """Return the document with up to three slips in names and values."""
    slips = st.tuples(
        st.sampled_from([*places(document)]), st.sampled_from(KEYS), st.sampled_from(VALUES), st.booleans()
    )
    return st.lists(slips, max_size=3).map(lambda found: changed(document, found))


def changed(document: Manifest, slips: list[tuple[Any, ...]]) -> Manifest:
    copy: Any = deepcopy(document)
    for place, key, value, of_key in slips:
        below = copy
        for step in place[:-1]:
            below = below.get(step) if isinstance(below, dict) else below[step] if isinstance(below, list) else None
        if isinstance(below, dict) and place[-1] in below:
            entries = [(key(name) if of_key and name == place[-1] else name, item) for name, item in below.items()]
            below.clear()
            below.update(entries)
            if not of_key:
                below[place[-1]] = value(below[place[-1]])
    return dict(copy)


def commented(document: Manifest) -> str:
    """Return a text in which each line ends with another comment, or what looks like one in a block."""
    return "".join(f"{line} # line {number}\n" for number, line in enumerate(dump([document]).splitlines()))


def done(text: str) -> FixedFile:
    return fixed("a.yaml", text.encode(), PLATFORM, lambda _: None, lambda _: True)


def problems(content: bytes) -> list[Problem]:
    (resource,) = load_content("a.yaml", content).resources
    return [problem for problem in judge(resource.manifest, PLATFORM) or [] if problem.severity == "error"]


@EXAMPLES
@given((SPECS.map(namespaced) | BINDINGS.map(bindings.namespaced)).flatmap(slipped))
def test_comments_stay_and_nothing_gets_worse(document: Manifest) -> None:
    text = commented(document)
    file = done(text)
    before, after = text.splitlines(), file.content.decode().splitlines()
    assert [line.partition(" # line ")[2] for line in after] == [line.partition(" # line ")[2] for line in before]
    assert done(file.content.decode()) == FixedFile(file.content)
    if file.fixed:
        assert {(found.code, found.path) for found in problems(file.content)} < {
            (found.code, found.path) for found in problems(text.encode())
        }
    else:
        assert file.content == text.encode()
