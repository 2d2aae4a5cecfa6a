import re

from function.cli.plans.markdown import markdown
from function.plan.difference import Change
from function.plan.verdict import Action, ClaimPlan, Plan
from tests.plan.plans import DANGEROUS, EVERY, NOTHING, planned


def test_without_a_change_there_is_only_the_summary() -> None:
    assert markdown(NOTHING) == "**Plan:** 0 to add, 0 to change, 0 restart pods, 0 to delete\n"


def test_the_plan_is_one_block_of_code() -> None:
    heading, empty, *block = markdown(EVERY).rstrip("\n").split("\n")
    assert heading.startswith("**Plan:** 1 to add, ")
    assert (empty, block[0], block[-1]) == ("", "```diff", "```")
    assert "```" not in "\n".join(block[1:-1])


def test_nothing_breaks_out_of_the_block() -> None:
    text = markdown(DANGEROUS)
    fence = re.findall("^(`+)diff$", text, re.MULTILINE)[0]
    assert len(fence) == 4
    inside = text.partition("diff\n")[2].rpartition(f"\n{fence}\n")[0]
    assert fence not in inside
    assert "<script" not in text.partition(fence)[0]


def test_a_comment_is_never_longer_than_github_accepts() -> None:
    changes = [Change(f"spec.field{number}", "a" * 150, "b" * 150) for number in range(500)]
    claim = ClaimPlan(kind="K", namespace="n", name="a", objects=(planned(Action.CHANGE, *changes),))
    text = markdown(Plan((claim,)))
    assert len(text) < 65_536
    assert re.search(r"\n… [0-9]+ more lines; platformctl plan -o json has all of them\n```\n$", text)
