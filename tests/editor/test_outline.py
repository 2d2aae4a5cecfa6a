"""What indentation alone says."""

from function.editor.outline import DEPTH_MAX, Levels, outline
from function.editor.row import row

TEXT = """\
kind: A
spec:
  siz
  env:
  - name: X
    value: 1
  - name: Y
  other:
    - - 1
      - 2
  script: |
    kind: B
  quoted: 'a
    b: c'
  flow: {a: b}
  after: &x
    deep: yes
"""


def test_values_and_keys_have_their_steps() -> None:
    found = outline(TEXT.split("\n"))
    assert found.text("kind") == "A"
    assert found.text("spec", "env", 1, "name") == "Y"
    assert found.text("spec", "other", 0, 1) == "2"
    assert found.text("spec", "after", "deep") == "yes"
    assert found.keys["spec",] == ["env", "other", "script", "quoted", "flow", "after"]
    assert found.keys["spec", "env", 0] == ["name", "value"]


def test_what_is_inside_a_value_is_no_key() -> None:
    found = outline(TEXT.split("\n"))
    assert not {"spec", "script"} & {str(steps[-1]) for steps in found.keys if steps} - {"spec"}
    assert "b" not in str([*found.keys.values()])


def test_what_is_not_there_is_no_text() -> None:
    assert outline([]).text("kind") == ""
    assert outline(TEXT.split("\n")).without(("kind",)).text("kind") == ""


def test_hostile_depth_is_left_out() -> None:
    deep = [f"{' ' * level}a:" for level in range(DEPTH_MAX * 2)]
    assert max(map(len, outline(deep).keys)) < DEPTH_MAX + 1
    assert max(map(len, outline(["- " * DEPTH_MAX * 2 + "a"]).texts), default=0) <= DEPTH_MAX


def test_a_place_below_a_value_belongs_to_nothing() -> None:
    levels = Levels()
    found = row("size: small")
    assert found is not None
    levels.enter(found)
    assert levels.around((), 3) is None
    assert levels.around((), 1) == ()
