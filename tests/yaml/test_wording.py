"""libyaml's terms reach nobody: each mistake in a file, as people make it, in the words that they read."""

import pytest

from function.yaml import wording
from function.yaml.reader import read

HEAD = "kind: EventDrivenService\nspec:\n  nats:\n    stream: ORDERS\n"
KEY = ". Hint: indent keys of the same object alike, put the value in quotes, or add the ':' that the line above lacks"
NO_KEY = "a key is not allowed here: the line is indented too far, or the value contains ': '" + KEY
UNLIKE = ". Hint: indent keys of the same object alike, and do not mix keys with '- ' items"
BRACKET = " is not closed, or a comma is missing. Hint: put a comma between items, and close the bracket"
QUOTE = (
    "the quote that starts on line 5 is not closed, or what it quotes is not valid. "
    "Hint: close the quote; in double quotes, write \\\\ for a backslash"
)
ALIAS = "a value that begins with * or & is an alias or anchor. Hint: put the value in quotes if it is neither"
TAG = (
    "a value that begins with ! is a tag, and a line that begins with % a directive. "
    "Hint: put the value in quotes if not"
)
NO_ITEM = (
    "this line is not an item of the list that starts on line 6. "
    "Hint: begin each item with '- ', and indent all items alike"
)
FIRST = "a value cannot begin with this character. Hint: put the value in quotes"
WHOLE = "something follows the value in this line. Hint: put the value in quotes as a whole"
VARIABLE = (
    "a variable such as ${NAME} in brackets. "
    "Hint: put it in quotes; for a number or boolean, write the object or list without brackets"
)
MISSING = "a value is missing, or a bracket is closed that was not opened. Hint: write the value, or remove it"

MISTAKES = {
    "   size: small\n": (5, "this line does not belong to the object that starts on line 3" + UNLIKE),
    "  size: image: small\n": (5, NO_KEY),
    "  size: small\n    httpPort: 1\n": (6, NO_KEY),
    " size: small\n": (5, "this line does not belong to the object that starts on line 1" + UNLIKE),
    "  env:\n    name: a\n    - value: b\n": (
        7,
        "this line does not belong to the object that starts on line 6" + UNLIKE,
    ),
    "  args:\n    - a\n    b: c\n": (
        7,
        NO_ITEM,
    ),
    "  args: - a\n": (5, "a list item on the line of its key. Hint: put each item on its own line, or write [a, b]"),
    "  scaling: {minReplicas: 1\n": (6, "the bracket that starts on line 5" + BRACKET),
    "  scaling: {minReplicas: 1 maxReplicas: 2}\n": (5, "the bracket that starts on line 5" + BRACKET),
    "  scaling: {minReplicas: ${MIN:-1}}\n": (5, VARIABLE),
    "  args: [a, x${B}]\n": (5, VARIABLE),
    "  args: [a, b\n  size: small\n": (6, "the bracket that starts on line 5" + BRACKET),
    '  size: "small\n': (6, QUOTE),
    '  size: "\\d"\n': (5, QUOTE),
    '  size: "small" and more\n': (5, WHOLE),
    "  args: [a]]\n": (5, WHOLE),
    "  size small\n  httpPort: 1\n": (
        6,
        "line 5 is not a key with a value. Hint: write a colon and a space after the key",
    ),
    "  size: @small\n": (5, FIRST),
    "  size: `small`\n": (5, FIRST),
    "  size: %small\n": (5, FIRST),
    "  size: *.example.org\n": (5, ALIAS),
    "  size: & small\n": (5, ALIAS),
    "  size: !x!y small\n": (5, TAG),
    "  size: !<x small\n": (5, TAG),
    "  size: |x\n    a\n": (
        5,
        "only a comment may follow | or > in the same line. Hint: begin the text in the next line",
    ),
    "  size: }\n": (5, MISSING),
    "\tsize: small\n": (5, "a tab where spaces are expected. Hint: indent with spaces"),
    "  size: small\nother\n": (7, "line 6 is not a key with a value. Hint: write a colon and a space after the key"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_said_about_a_mistake(mistake: str) -> None:
    problem = read((HEAD + mistake).encode()).problem
    assert problem is not None
    assert (problem.range.line, problem.message.removeprefix("not YAML: ")) == MISTAKES[mistake]


def test_two_documents_without_a_line_between() -> None:
    problem = read(b"  a: 1\nb: 2").problem
    assert problem is not None
    assert problem.message == (
        "not YAML: this line does not continue the one above. Hint: indent both alike, or put --- between them"
    )


def test_each_row_of_the_table_is_reached() -> None:
    texts = [HEAD + mistake for mistake in MISTAKES] + ["  a: 1\nb: 2"]
    messages = {problem.message for text in texts if (problem := read(text.encode()).problem)}
    for _, words in wording._WORDS:
        assert any(words(line).removeprefix("not YAML: ") in message for line in range(1, 9) for message in messages)


@pytest.mark.parametrize("text", ["%YAML 9.9\n---\na", "a: >\n\t x", "%YAML 1.1\n%YAML 1.1\n---\na"])
def test_what_is_rare_is_said_all_the_same(text: str) -> None:
    problem = read(text.encode()).problem
    assert problem is not None
    assert problem.message.startswith("not YAML: ")
