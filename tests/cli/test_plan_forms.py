"""The outputs of a plan, and its exit codes."""

import json

import pytest

from function.cli.plan_forms import printed
from tests.plan.plans import EVERY, NOTHING


@pytest.mark.parametrize(("fails", "codes"), [(False, (0, 0)), (True, (1, 0))])
def test_only_changes_fail_and_only_if_that_is_asked_for(fails: bool, codes: tuple[int, int]) -> None:
    assert (printed(EVERY, "text", fails=fails), printed(NOTHING, "text", fails=fails)) == codes


def test_each_output_is_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for output in ("json", "markdown", "text"):
        printed(EVERY, output, fails=False)
        found[output] = capsys.readouterr().out
    assert json.loads(found["json"])["summary"]["restart"] == 1
    assert found["markdown"].startswith("**Plan:** ")
    assert found["text"].startswith("EventDrivenService n/a\n")
    assert "\x1b" not in found["text"]
