"""What is found about a document without a cluster."""

from collections.abc import Callable
from typing import NamedTuple

from function.apis.links import Links
from function.base.problems import Problem


class Checked(NamedTuple):
    """The problems of a document, and what it has in common with others, computed when it is asked for."""

    problems: list[Problem]
    links: Callable[[], Links] | None = None
