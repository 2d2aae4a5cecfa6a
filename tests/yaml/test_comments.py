from collections.abc import Callable

import pytest

from function.yaml.comments import comments
from tests.work import growth

MARKER = "mark:"


def found(text: str) -> list[tuple[str, int, int, int]]:
    return [
        (comment.text, comment.range.line, comment.range.column, comment.about)
        for comment in comments(text.encode(), MARKER)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # mark: x y\n", ("x y", 1, 6, 1)),
        ("a: 1 #mark:x\n", ("x", 1, 6, 1)),
        ("# mark: x\na: 1\n", ("x", 1, 1, 2)),
        ("a:\n  # mark: x\n\n  # other\n  b: 1\n", ("x", 2, 3, 5)),
        ("a: 'b' # mark: x\r\nb: 1\r\n", ("x", 1, 8, 1)),
        ("a: 1\n# mark: x\n", ("x", 2, 1, 2)),
        ("a: {b: 1} # mark: x # more\n", ("x # more", 1, 11, 1)),
        ("\ufeffa: 1 # mark: x\n", ("x", 1, 6, 1)),
    ],
)
def test_a_comment_and_the_line_that_it_is_about(text: str, expected: tuple[str, int, int, int]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1 # other\n",
        "a: 1 # see mark: x\n",
        "a: 1# mark: x\n",
        "a: '1 # mark: x'\n",
        'a: "1\n  # mark: x"\n',
        "a: |\n  text\n  # mark: x\nb: 1\n",
        "mark: x\n",
        '{"a": "# mark: x"}',
    ],
)
def test_what_only_looks_like_such_a_comment(text: str) -> None:
    assert found(text) == []


def test_several_comments_are_about_one_line() -> None:
    assert [about for *_, about in found("# mark: x\n# mark: y\na: 1 # mark: z\n")] == [3, 3, 3]


@pytest.mark.parametrize("content", [b"\xff # mark: x\n", b"a: [ # mark: x\n"])
def test_any_bytes_are_accepted(content: bytes) -> None:
    assert len(list(comments(content, MARKER))) <= 1


@pytest.mark.parametrize(
    "text",
    [
        lambda count: "# mark: x\n" * count + "a: 1\n",
        lambda count: "# other\n" * count + "# mark: x\n" * count,
        lambda count: "a:\n" + "- 'x' # mark: y\n" * count,
        lambda count: "a:\n" + "- |\n  # mark: y\n" * count,
        lambda count: f"a: [{'x, ' * count}y] # mark: x\n" + "# mark: x\n" * count,
    ],
    ids=["about one line", "about none", "beside strings", "in blocks", "below a line of strings"],
)
def test_work_is_linear(text: Callable[[int], str]) -> None:
    assert growth(lambda count: found(text(count)), 40) < 2.1


def test_a_string_that_aliases_repeat_is_no_comment_anywhere() -> None:
    text = 'a: &x ["# mark: x", y]\nb: *x\nc: [1, *x] # mark: y\n'
    assert found(text) == [("y", 3, 12, 3)]
