"""Compares what comes of a claim with what a case expects."""

from collections.abc import Iterator, Sequence

from function.base.manifest import Json, Manifest, mapping_at, present
from function.base.outcome import Outcome
from function.base.problems import Problem, describe
from function.suites.answer import Answer
from function.suites.difference import differences
from function.suites.failure import Edit, Failure, Place, differs
from function.suites.model.expect import Expect, ExpectedCondition, ExpectedFinding
from function.suites.objects import compared, values

_MOST_NAMED = 20


def failures(expect: Expect, written: Json, answer: Answer, place: Place) -> Iterator[Failure]:
    """Yield what differs; `written` is `expect` as it is written, and `place` is where.

    Of a claim that is rejected against the expectation, or the other way round, nothing else is compared.
    """
    if expect.findings is not None:
        yield from _findings(expect.findings, answer.problems, (*place, "findings"))
    fatal = answer.outcome.fatal
    if (fatal is not None) is not expect.rejected:
        got = "accepted" if fatal is None else f"rejected: {fatal}".replace("\n", "; ")
        edit = (fatal is not None) if "rejected" in expect.model_fields_set else None
        wanted = "rejected" if expect.rejected else "accepted"
        yield differs((*place, "rejected"), "the claim", wanted, got, edit=edit)
        return
    if expect.count is not None and expect.count != len(answer.objects):
        number = len(answer.objects)
        yield differs((*place, "count"), "all objects", str(expect.count), str(number), edit=number)
    yield from compared(expect.objects, written, answer.objects, place)
    status = mapping_at(written, "status")
    yield from values(status, dict(answer.outcome.status), (*place, "status"), "status", one=True)
    yield from _conditions(expect.conditions, answer.outcome, (*place, "conditions"))


def _conditions(expected: Sequence[ExpectedCondition], outcome: Outcome, place: Place) -> Iterator[Failure]:
    found = {condition.type: condition for condition in outcome.conditions}
    for position, wanted in enumerate(expected):
        condition = found.get(wanted.type)
        if condition is None:
            got = ", ".join(found) or "none"
            yield Failure((*place, position, "type"), describe(f"no condition {wanted.type}", got=got))
            continue
        own = {"status": condition.status, "reason": condition.reason, "message": condition.message}
        given = {"status": wanted.status, "reason": wanted.reason, "message": wanted.message}
        for field, value in present(given).items():
            for found_one in differences(value, own[field], field):
                at = (*place, position, field)
                about = f"condition {wanted.type}: {found_one.path}"
                yield differs(at, about, found_one.expected, found_one.got, edit=own[field])


def _findings(expected: Sequence[ExpectedFinding], problems: Sequence[Problem], place: Place) -> Iterator[Failure]:
    """Yield the findings that are missing, and those that no entry expects."""
    edit = Edit(place, [_written(problem) for problem in problems])
    left = [*problems]
    for position, wanted in enumerate(expected):
        matching = [problem for problem in left if _is(wanted, problem)]
        left = [problem for problem in left if problem not in matching]
        if not matching:
            about = " ".join(part for part in (wanted.code, wanted.path) if part)
            got = "; ".join(f"{problem.code} {problem.path}" for problem in problems[:_MOST_NAMED]) or "none"
            yield Failure((*place, position), describe(f"no finding {about}", got=got), edit=edit)
    for problem in left:
        yield Failure(place, f"a finding that is not expected: {problem.code} {problem}", edit=edit)


def _is(wanted: ExpectedFinding, problem: Problem) -> bool:
    return wanted.code == problem.code and wanted.path in (None, problem.path)


def _written(problem: Problem) -> Manifest:
    return present({"code": problem.code, "path": problem.path or None})
