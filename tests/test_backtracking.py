"""The matcher that counts steps finds what `re` finds."""

import re
from itertools import count, product
from re import _parser as grammar  # type: ignore[attr-defined]  # private, and the only reader of patterns there is

import pytest

from tests.backtracking import MOST_STEPS, Program, TooManyStepsError, end, program, steps

TEXTS = ["".join(characters) for length in range(5) for characters in product("ab.", repeat=length)]


def parsed(text: str, flags: int = 0) -> Program:
    pattern = re.compile(text, flags)
    return program(grammar.parse(text, flags), pattern.flags)


@pytest.mark.parametrize(
    "text",
    [
        *("a", "[^a]", ".", "a*", "a+b", "a?b", "a{2}", "a{1,3}b", "(a|ab)(b|)", "(?:a|b|[.])+", "(?:ab?)*b", "a|b|ab"),
        *("a*?b", "a+?", "a??b", "a{1,2}?b", "^a", "a$", r"\ba+\b", r"\A[ab]*\Z", "(?i:A)B", "(?i)A"),
        *("a(?=b)", "a(?!b).", "(?<=a)b", "(?<!a)b", "b(?<=ab)", ".(?<![ab])", "(?=(a|b)*[.]).*", "^(?:a*[.])*b$"),
    ],
)
def test_a_match_ends_where_that_of_re_does(text: str) -> None:
    found, pattern = parsed(text), re.compile(text)
    for example in TEXTS:
        for start in range(len(example) + 1):
            matched = pattern.match(example, start)
            assert end(found, example, start, count()) == (matched and matched.end()), (example, start)
        assert (end(found, example, 0, count(), whole=True) is None) == (pattern.fullmatch(example) is None), example


@pytest.mark.parametrize("text", [r"(a)\1", "(?>a*)b", "a*+b", "(a)?(?(1)b|c)"])
def test_what_cannot_be_counted_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="steps cannot be counted"):
        parsed(text)


def test_work_without_an_end_is_stopped() -> None:
    with pytest.raises(TooManyStepsError):
        end(parsed("(a|a)*b"), "a" * 40, 0, count())
    with pytest.raises(TooManyStepsError):
        end(parsed("(?:a*)*b"), "c", 0, count())
    with pytest.raises(TooManyStepsError):
        end(parsed("a"), "a", 0, count(MOST_STEPS))


def test_every_start_of_a_match_counts() -> None:
    assert [steps(parsed("a"), "b" * length) for length in (0, 1, 2)] == [2, 3, 4]
