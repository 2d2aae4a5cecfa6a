"""A plan as a comment on a pull request."""

import re

from function.base.counted import counted
from function.cli.plans.lines import lines
from function.plan.summary import summary
from function.plan.verdict import Plan

_LONGEST = 60_000
"""Characters: GitHub rejects a comment of more than 65,536."""
_FENCE = re.compile("`{3,}")


def markdown(plan: Plan) -> str:
    """Return the summary and the plan in a code block, out of which nothing in the plan can break."""
    heading = f"**Plan:** {summary(plan)}\n"
    if not plan.claims:
        return heading
    body = _limited("\n".join(line.text for line in lines(plan)).rstrip("\n"))
    fence = "`" * max([3, *(len(found) + 1 for found in _FENCE.findall(body))])
    return f"{heading}\n{fence}diff\n{body}\n{fence}\n"


def _limited(body: str) -> str:
    if len(body) <= _LONGEST:
        return body
    kept = body[:_LONGEST].rpartition("\n")[0]
    more = counted(body.count("\n") - kept.count("\n"), "more line")
    return f"{kept}\n… {more}; platformctl plan -o json has all of them"
