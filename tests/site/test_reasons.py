"""The page of conditions and reasons."""

from collections.abc import Mapping

from function.apis.registry import REASONS
from function.base.condition import TYPES
from function.publish.pages.conditions import ABOUT, facts
from function.site.reasons import FILE, entries
from tests.sites import Parsed


def test_every_reason_has_its_facts_and_steps(files: Mapping[str, bytes]) -> None:
    text = Parsed(files[FILE]).text
    for reason in REASONS.values():
        for part in (reason.name, reason.meaning, *facts(reason).values(), *reason.steps):
            assert part.replace("`", "") in text


def test_every_condition_has_its_reasons(files: Mapping[str, bytes]) -> None:
    read = Parsed(files[FILE])
    assert [name for name in TYPES if ABOUT[name].replace("`", "") not in read.text] == []
    links = read.values("href")
    for name, reason in REASONS.items():
        assert links.count(f"#{name}") == len(reason.conditions) + 2  # its own heading, and the navigation


def test_a_condition_and_a_reason_with_the_same_name_have_two_anchors() -> None:
    anchors = [entry.anchor for entry in entries()]
    assert len(anchors) == len(set(anchors)) == len(REASONS) + len(TYPES)
