import random
from copy import deepcopy

import pytest

from function.base.manifest import Manifest
from tools.fuzz.choices import Choices
from tools.fuzz.mutation import mutated

DOCUMENT: Manifest = {"spec": {"image": "a", "env": [{"name": "A", "value": "1"}], "empty": {}}, "n": 1}
WORDS = ("image", "name")


@pytest.mark.parametrize("seed", range(300))
def test_any_bytes_change_a_copy(seed: int) -> None:
    before = deepcopy(DOCUMENT)
    data = random.Random(seed).randbytes(60)  # noqa: S311 - the same bytes on every run
    assert isinstance(mutated(DOCUMENT, Choices(data), WORDS, most=5), dict)
    assert before == DOCUMENT
    assert repr(mutated(DOCUMENT, Choices(data), WORDS, most=5)) == repr(
        mutated(DOCUMENT, Choices(data), WORDS, most=5)
    )


def test_every_mutation_is_within_reach() -> None:
    results = {repr(mutated({"a": "x"}, Choices(bytes([0, kind, 3, 1])), WORDS, most=1)) for kind in range(7)}
    assert len(results) >= 6


@pytest.mark.parametrize(("document", "most"), [({}, 3), (DOCUMENT, 0)])
def test_an_empty_document_gets_a_key_and_none_allowed_is_none_made(document: Manifest, most: int) -> None:
    changed = mutated(document, Choices(bytes(9)), WORDS, most=most)
    assert (changed != document) == (document == {})


def test_no_bytes_change_nothing() -> None:
    assert mutated(DOCUMENT, Choices(b""), WORDS, most=3) == DOCUMENT
