import re

from function.cli.plans.text import text
from tests.plan.plans import DANGEROUS, EVERY, NOTHING


def test_the_last_line_is_the_summary() -> None:
    assert text(NOTHING, colored=False) == "0 to add, 0 to change, 0 restart pods, 0 to delete\n"
    assert text(EVERY, colored=False).endswith(
        "\n\n1 to add, 3 to change, 1 restarts pods, 1 to delete, 1 upgrades a job, 1 kept, 2 refused\n"
    )


def test_without_color_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in text(EVERY, colored=False) + text(DANGEROUS, colored=False)


def test_color_marks_objects_and_changes_no_word() -> None:
    colored = text(EVERY, colored=True)
    assert "\x1b[32m+ create" in colored
    assert "\x1b[31m- delete" in colored
    assert re.sub(r"\x1b\[\d+m", "", colored) == text(EVERY, colored=False)
