"""Advice about values whose type comes from a YAML tag, so that quotes do not matter."""

from dataclasses import replace

from function.base.problems import Problem, describe
from function.check.locate import trail
from function.yaml.node import Node

_WRONG_TYPE = "EP103"
_HINT = "remove the tag, which decides the type"


def advised(root: Node, problem: Problem) -> Problem:
    """Return the problem, with a hint about the tag if the value has one and is of the wrong type."""
    if problem.code != _WRONG_TYPE:
        return problem
    steps, complete = trail(root, problem.path)
    if not complete or not steps or not steps[-1].node.tagged:
        return problem
    # the value may contain anything, also what looks like a hint
    got = f"; got {problem.value}" if problem.value else ""
    wrong = problem.message.partition(got or ". Hint: ")[0]
    return replace(problem, message=describe(wrong + got, hint=_HINT), fix=None)
