"""Variables in texts: `${NAME}` and `${NAME:-default}`."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import describe

PATTERN = r"\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}"
"""The pattern of a variable, for schemas. A schema accepts `${` in a default; `is_malformed` rejects it."""
START = "${"
DEFAULT = "default"
"""The name of the source of a value that is the variable's own default."""
INSERTED_MAX = 2**20
"""Maximum number of characters that variables stand for in all; a few lines could otherwise take minutes to check. A
ConfigMap does not hold more."""
TOO_LONG = describe(
    f"the values of variables have more than {INSERTED_MAX} characters in all",
    hint="use each long value in fewer places",
)
"""The message if they have more."""
MALFORMED = describe("invalid variable", hint="write ${NAME} or ${NAME:-default}")
"""The message for a text with `${` and no variable."""

_NAMES_SHOWN, _PLACES_SHOWN = 20, 5
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-((?:(?!\$\{)[^}])*))?\}")


class Variable(NamedTuple):
    """A variable and its default, which applies if the variable is not set or is empty."""

    name: str
    default: str | None


class Source(NamedTuple):
    """Named values of variables, such as the environment."""

    name: str
    values: Mapping[str, str]


class Value(NamedTuple):
    """The value of a variable, and the name of the source that has it."""

    text: str
    source: str


def variables_in(text: str) -> list[Variable]:
    """Return the variables in the order of the text."""
    return [Variable(found[1], found[2]) for found in _VARIABLE.finditer(text)]


def is_malformed(text: str) -> bool:
    """Return whether the text contains `${` that does not begin a variable."""
    return START in _VARIABLE.sub("", text)


def value_of(variable: Variable, sources: Sequence[Source]) -> Value | None:
    """Return the value from the first source that has one, or the default; None if there is neither."""
    for source in sources:
        text = source.values.get(variable.name)
        if text or (text is not None and variable.default is None):
            return Value(text, source.name)
    return None if variable.default is None else Value(variable.default, DEFAULT)


def substitute(text: str, value: Callable[[Variable], str]) -> str:
    """Return the text with the value of each variable. Values are not searched for further variables."""
    return _VARIABLE.sub(lambda found: value(Variable(found[1], found[2])), text)


def own(values: Mapping[str, Json], place: str) -> Source:
    """Return the values that a document itself has at `place`; an integer needs no quotes there."""
    known = {name: value for name, value in values.items() if isinstance(value, str | int)}
    return Source(place, {name: str(value) for name, value in known.items() if not isinstance(value, bool)})


def nested(variable: Variable, value: Value) -> str | None:
    """Return the message if the value contains a variable: values are not searched again."""
    if START not in value.text:
        return None
    message = f"the value of ${{{variable.name}}} in {value.source} contains another variable"
    return describe(message, hint="use the other variable here, or write its value there")


def inserted(values: Iterable[Value | None]) -> int:
    """Return the number of characters that the values have in all, one for each use of a variable."""
    return sum(len(value.text) for value in values if value is not None)


def listed(uses: Iterable[tuple[str, str]]) -> str:
    """Return the names of variables, each with where it is used; of many, some. A use is a name and a place."""
    places: dict[str, dict[str, None]] = {}
    for name, place in uses:
        places.setdefault(name, {})[place] = None
    return _first([f"{name} ({_first([*found], _PLACES_SHOWN)})" for name, found in places.items()], _NAMES_SHOWN)


def _first(texts: Sequence[str], count: int) -> str:
    rest = f" and {len(texts) - count} more" if len(texts) > count else ""
    return ", ".join(texts[:count]) + rest
