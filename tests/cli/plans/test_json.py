"""Keys of the JSON document are stable: they are only ever added."""

import json as parser

from function.cli.plans.json import json
from function.plan.verdict import Action
from tests.plan.plans import DANGEROUS, EVERY, HOSTILE, NOTHING


def test_an_empty_plan_has_all_keys() -> None:
    counts = dict.fromkeys(("add", "change", "restart", "upgrade", "delete", "keep", "refuse"), 0)
    assert parser.loads(json(NOTHING)) == {"version": 1, "summary": counts, "claims": []}


def test_every_action_has_its_name() -> None:
    first, second = parser.loads(json(EVERY))["claims"]
    assert {found["action"] for found in first["objects"]} == {action.value for action in Action}
    assert sorted(first) == ["kind", "name", "namespace", "notes", "objects", "refused"]
    assert sorted(first["objects"][0]) == ["action", "apiVersion", "changes", "kind", "name", "namespace", "note"]
    assert second["refused"] == ["x.yaml:1:1: EP101 no"]


def test_a_value_that_is_absent_is_left_out() -> None:
    objects = parser.loads(json(EVERY))["claims"][0]["objects"]
    (changed,) = [found for found in objects if found["action"] == "change"]
    assert changed["changes"] == [{"path": "spec.a", "old": 1}, {"path": "data[x]", "old": "a\nb\nc", "new": "a\nB\nc"}]


def test_hostile_text_is_escaped_and_comes_back_whole() -> None:
    text = json(DANGEROUS)
    assert "##[" not in text
    assert "\x1b" not in text
    assert parser.loads(text)["claims"][0]["refused"] == [HOSTILE]
