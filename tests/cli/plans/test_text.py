import re

import click

from function.cli.plans.lines import lines
from function.cli.plans.text import text
from tests.plan.plans import DANGEROUS, EVERY, NOTHING


def test_the_last_line_is_the_summary() -> None:
    assert text(NOTHING) == "0 to add, 0 to change, 0 restart pods, 0 to delete\n"
    assert text(EVERY).endswith(
        "\n\n1 to add, 3 to change, 1 restarts pods, 1 to delete, 1 upgrades a job, 1 kept, 2 refused\n"
    )


def test_a_hostile_value_adds_no_escape_sequence() -> None:
    assert "\x1b" not in re.sub(r"\x1b\[\d+m", "", text(DANGEROUS))


def test_color_marks_objects_and_changes_no_word() -> None:
    colored = text(EVERY)
    assert "\x1b[32m+ create" in colored
    assert "\x1b[31m- delete" in colored
    assert click.unstyle(colored).splitlines()[:-1] == [line.text for line in lines(EVERY)]
