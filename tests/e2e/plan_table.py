"""The table of what plans said and what happened, one for each scope."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from function.base.identity import Scope
from tests.e2e.pairs import Pair

_HEAD = """# What plans said, and what happened: {scope}

The scenario `tests/e2e/test_plan.py` writes this page. The services are generated, the same in every run. For each
edit, the second column is what `platformctl plan OLD NEW` says, and the third one what the API server, Crossplane,
and the controllers did. A restart is a new ReplicaSet.

"""
NOTHING = "nothing"


def write(scope: Scope, pairs: Sequence[Pair], said: Mapping[str, list[str]], done: Mapping[str, list[str]]) -> None:
    """Write the page of a scope."""
    page = Path(__file__).with_name(f"plan-{scope}.md")
    page.write_text(_HEAD.format(scope=scope) + counts(said, done) + "\n" + rows(pairs, said, done))


def counts(said: Mapping[str, list[str]], done: Mapping[str, list[str]]) -> str:
    """Return how often each verdict was given, and how often it happened."""
    both = [Counter(verdict.partition(" ")[0] for found in side.values() for verdict in found) for side in (said, done)]
    lines = ["| Verdict | Said | Happened |", "|---|---:|---:|"]
    lines += [f"| {verdict} | {both[0][verdict]} | {both[1][verdict]} |" for verdict in sorted({*both[0], *both[1]})]
    return "\n".join(lines) + "\n"


def rows(pairs: Sequence[Pair], said: Mapping[str, list[str]], done: Mapping[str, list[str]]) -> str:
    """Return a row for each pair."""
    lines = ["| Edit | `platformctl plan` | What happened |", "|---|---|---|"]
    for pair in pairs:
        cells = (f"{pair.number:03}: {pair.edit}", _text(said[pair.name]), _text(done[pair.name]))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _text(verdicts: Sequence[str]) -> str:
    return ", ".join(verdicts) or NOTHING
