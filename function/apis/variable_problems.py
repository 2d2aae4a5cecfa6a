"""What may be wrong with the variables of a claim."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from function.apis.api import Api
from function.base import variables
from function.base.credentials.revealing import REFERENCE, revealed
from function.base.manifest import Json
from function.base.model import Spec
from function.base.problems import Place, Problem, describe
from function.base.validation import parse_parts
from function.base.variables import (
    INSERTED_MAX,
    MALFORMED,
    TOO_LONG,
    Value,
    Variable,
    inserted,
    is_malformed,
    listed,
    variables_in,
)

_OF_TEXTS = ("EP105", "EP106")
"""What a text with a variable may break before it has its value: its length and its pattern."""


def misplaced(api: Api[Spec], written: Json, texts: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each variable in a field that is no text: the API server does not accept it there."""
    for problem in parse_parts(api.spec, written, "spec", context={"sizes": []}).problems:
        if problem.path in texts and problem.code.startswith("EP1") and problem.code not in _OF_TEXTS:
            message = describe(
                "a variable is accepted only in a string",
                hint="write the value itself, or keep the variable in an .infra file and use platformctl bindings wrap",
            )
            yield Problem(path=problem.path, message=message, code=problem.code)


def malformed(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each text with `${` and no variable."""
    for path, text in texts.items():
        if is_malformed(text):
            yield Problem(path=path, message=MALFORMED, code="EP422")


def nested(texts: Mapping[str, str], values: Mapping[Variable, Value | None]) -> Iterator[Problem]:
    """Yield a problem for each variable whose value contains a variable."""
    for path, text in texts.items():
        for variable in variables_in(text):
            value = values[variable]
            if value is not None and (message := variables.nested(variable, value)):
                yield Problem(path=path, message=message, code="EP461")


def credentials(texts: Mapping[str, str], values: Mapping[Variable, Value | None]) -> Iterator[Problem]:
    """Yield a problem for each variable whose name says that its value is a credential, whatever field it is for.

    The entries of `secrets` have names of secrets, not their contents.
    """
    for path, text in texts.items():
        if path.startswith("spec.secrets.") or REFERENCE in text:
            continue
        for variable in variables_in(text):
            value = values[variable]
            if value is not None and (message := revealed(variable.name, value.text)):
                yield Problem(path=path, message=message, code="EP403")


def unresolved(missing: Mapping[str, Sequence[str]], sources: Sequence[str]) -> Iterator[Problem]:
    """Yield one problem about all variables without a value, with the places of each; `sources` may contain values."""
    uses = [(name, path) for path, names in missing.items() for name in names]
    if uses:
        hint = f"set them in {' or '.join(sources)}, or use ${{NAME:-default}}"
        message = describe(f"variables without a value: {listed(uses)}", hint=hint)
        yield Problem(path="spec", message=message, code="EP402", place=Place(uses[0][1]))


def too_long(texts: Mapping[str, str], values: Mapping[Variable, Value | None]) -> Iterator[Problem]:
    """Yield a problem if the values would take too much memory where they are inserted."""
    if inserted(values[name] for text in texts.values() for name in variables_in(text)) > INSERTED_MAX:
        yield Problem(path="spec", message=TOO_LONG, code="EP415")
