"""Places of keys and values."""

import pytest

from function.yaml.places import is_inside, places
from function.yaml.reader import read


def test_keys_and_values_have_places() -> None:
    (document,) = read(b"a: 1\nb:\n- {c: d}\n").documents
    assert [place[:4] for place in places(document.root)] == [
        (1, 1, 1, 2),
        (1, 4, 1, 5),
        (2, 1, 2, 2),
        (3, 4, 3, 5),
        (3, 7, 3, 8),
    ]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        (1, 1, True),
        (1, 2, False),
        (1, 3, False),
        (1, 4, True),
        (1, 9, True),
        (2, 2, True),
        (2, 5, False),
        (9, 1, False),
    ],
)
def test_what_is_inside(line: int, column: int, expected: bool) -> None:
    (document,) = read(b"a: 'x y z\n  w' # b\n").documents
    assert is_inside(line, column, sorted(places(document.root))) is expected
