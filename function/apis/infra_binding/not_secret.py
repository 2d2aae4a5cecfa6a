"""Values that look like secrets and are none: the binding says why, and the status repeats it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.secret_refs import SUSPICION
from function.base.marks import MayHoldSecret
from function.base.problems import Problem, join
from function.base.text import Text
from function.base.types import FreeText

_SPEC = "spec"
PathBelowSpec = Annotated[
    str,
    Text(
        r"^[a-z_]+[.\[][ -~]+$",
        meaning="the path of a value below spec",
        example="streams.auth_events.properties.client.id",
        max_length=1024,
    ),
]
NotSecret = Annotated[
    dict[PathBelowSpec, Annotated[FreeText, Field(min_length=1), MayHoldSecret()]], Field(max_length=64)
]
"""Why the value at a path is no secret, by path."""


def without_exceptions(problems: Iterable[Problem], not_secret: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the problems that no exception covers, and a warning for each exception that covers none.

    A value that certainly is a credential cannot be excepted.
    """
    needed = set()
    for problem in problems:
        path = problem.path.removeprefix(f"{_SPEC}.")
        if problem.code == SUSPICION and path in not_secret:
            needed.add(path)
        else:
            yield problem
    for path in sorted(set(not_secret) - needed):
        message = "no value at this path looks like a secret, or it certainly is one"
        yield Problem(path=join(_SPEC, "not_secret", path), message=message, code="EP441", severity="warning")
