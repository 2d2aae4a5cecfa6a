"""Where exactly the limits lie, and how far each reaches."""

import pytest
import yaml

from function.yaml import composer
from function.yaml.composer import DEPTH_MAX, EXPANSION_MAX, VALUES_MAX, UnreadableError, compose
from function.yaml.node import Document, value_of


def composed(text: str) -> list[Document]:
    return list(compose(text))


def the_code(text: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        composed(text)
    assert str(caught.value) == caught.value.problem.message
    return caught.value.problem.code


def nested(levels: int, inner: str = "") -> str:
    return "[" * levels + inner + "]" * levels


def expansion(total: int) -> str:
    """Return a list of aliases that stand for a hundred values each, and one for the rest."""
    hundreds, rest = divmod(total, 100)
    anchors = f"- &hundred [{'x,' * 99}]\n- &one x\n"
    return anchors + "- *hundred\n" * hundreds + "- *one\n" * rest


@pytest.mark.parametrize(
    "text",
    [
        nested(DEPTH_MAX + 1),
        "{a: " * DEPTH_MAX + "[]" + "}" * DEPTH_MAX,
        f"[&x {nested(50)}, {nested(50, '*x')}]",
        f"- &x {nested(2, f'&y {nested(48)}')}\n- {nested(50, '*x')}",
    ],
)
def test_one_level_too_many_is_refused_aliases_counted(text: str) -> None:
    assert the_code(text) == "EP005"


@pytest.mark.parametrize(
    "text",
    [
        nested(DEPTH_MAX),
        "{a: " * DEPTH_MAX + "1" + "}" * DEPTH_MAX,
        f"[&x {nested(50)}, {nested(49, '*x')}]",
        f"[&x 1, {nested(DEPTH_MAX - 1, '*x')}]",
    ],
)
def test_the_last_level_is_read(text: str) -> None:
    ((_, _, problems),) = composed(text)
    assert problems == ()


def test_one_value_too_many_behind_aliases_is_refused() -> None:
    assert the_code(expansion(EXPANSION_MAX + 1)) == "EP005"
    assert len(composed(expansion(EXPANSION_MAX))) == 1


def test_the_documents_of_a_file_share_what_aliases_may_stand_for() -> None:
    half = expansion(EXPANSION_MAX // 2)
    assert len(composed(f"{half}---\n{half}")) == 2
    assert the_code(f"{half}---\n{half}---\n{expansion(1)}") == "EP005"


@pytest.mark.parametrize("text", ["*x", "&x [*x]", "&x {a: *x}", "a: &x 1\n---\n*x", "&x {*x : 1}", "[&x 1, &x [*x]]"])
def test_an_alias_needs_a_whole_value_above_it_in_its_document(text: str) -> None:
    assert the_code(text) == "EP001"


def test_an_anchor_may_be_used_anew() -> None:
    (document,) = composed("[&x 1, *x, &x 2, *x]")
    assert value_of(document.root) == [1, 1, 2, 2]


def test_what_is_no_yaml_is_libyamls_error_behind_the_documents_before_it() -> None:
    documents = compose("a: 1\n---\nb: [")
    assert value_of(next(documents).root) == {"a": 1}
    with pytest.raises(yaml.MarkedYAMLError):
        next(documents)


def test_problems_stay_in_their_document_in_the_order_of_the_text() -> None:
    first, second = composed("[.inf, {a: 1, a: .nan}]\n---\nb: 1")
    assert [(problem.code, problem.range.column) for problem in first.problems] == [
        ("EP004", 2),
        ("EP004", 18),
        ("EP003", 15),
    ]
    assert second.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "[1, 2, 3, 4, 5]",
        "{a: 1, b: [2]}",
        "- 1\n---\n- 1\n---\n- 1\n",
        "---\n" * 6,
        "[&x [1, 2], *x, 3]",
        "? a\n? b\n? c\n",
    ],
)
def test_a_file_holds_so_many_values_whatever_they_are(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "VALUES_MAX", 5)
    with pytest.raises(UnreadableError, match=r"^more than 5 keys .*in one file\. Hint: split the file$") as caught:
        composed(text)
    assert caught.value.problem.code == "EP005"


@pytest.mark.parametrize("text", ["[1, 2, 3, 4]", "{a: 1, b: 2}", "- 1\n---\n- 1\n", "---\n" * 5, "[&x [1], *x]"])
def test_the_last_value_is_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "VALUES_MAX", 5)
    assert composed(text)


def test_the_limit_lies_beyond_every_file_that_people_write() -> None:
    assert VALUES_MAX == 1_000_000
