"""What the function and the checks say about a claim."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.check.judge import judged
from function.check.required import answered
from function.delivery.mark import plain
from function.plan import cluster
from function.plan.settled import settled
from function.render import render
from function.suites.inputs import Inputs


class Answer(NamedTuple):
    """The outcome, the manifests of its objects, and every problem once."""

    outcome: Outcome
    objects: Sequence[Manifest]
    problems: Sequence[Problem]


def answer(given: Inputs, *, running: bool) -> Answer:
    """Return the answer; with `running`, that of a cluster which has applied everything, and in which all is ready."""

    def call(request: Request) -> Outcome:
        return answered(lambda found: render(replace(request, required=found)), given.required)

    request = given.request
    if running:
        found = settled(call, request)
        request = replace(request, observed=cluster.observed(found.composed) if found.composed else request.observed)
    outcome = call(request)
    checked = judged(given.manifest, given.platform, given.fetch)
    of_file = [] if checked is None else checked.problems
    objects = [plain(composed.manifest) for composed in outcome.resources.values()]
    return Answer(outcome, objects, list(dict.fromkeys([*of_file, *outcome.problems])))
