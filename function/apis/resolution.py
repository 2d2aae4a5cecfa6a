"""Variables in the spec of a claim get their values before anything else reads the spec."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from function.apis import variable_problems, variable_sources
from function.apis.api import Api
from function.apis.composite import user_spec
from function.base import variables
from function.base.identity import Identity
from function.base.manifest import LISTS, OBJECTS, SCALARS, Json, mapping_at
from function.base.model import Spec
from function.base.outcome import Requirement
from function.base.problems import Problem, join
from function.base.variables import DEFAULT, START, Source, Value, Variable, substitute, value_of, variables_in
from function.platform.config import PlatformConfig

_OWN, _OWN_PLACE = "variables", "spec.variables"
_GOT = re.compile(r"; got .*?(?=\. Hint: |$)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """A document with values in place of variables.

    `waiting` are the requirements that are not answered yet: without them, nothing is known about the document.
    `used` are the names of the variables by path, `unknown` the paths of texts without a value. `outside` are the texts
    as written, by path, with a variable that the document itself does not set.
    """

    document: Mapping[str, Json]
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    used: Mapping[str, Sequence[str]] = field(default_factory=dict)
    outside: Mapping[str, str] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()

    def reported(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return all problems, without values of variables, which may be secret, and none about an unknown value."""
        known = (problem for problem in problems if problem.path not in self.unknown)
        return [*self.problems, *(self._without_value(problem) for problem in known)]

    def lenient(self) -> "Resolution":
        """Return the same with a warning about variables without a value, for who cannot read all objects."""
        problems = tuple(
            replace(problem, severity="warning") if problem.code == "EP402" else problem for problem in self.problems
        )
        return replace(self, problems=problems)

    def _without_value(self, problem: Problem) -> Problem:
        names = self.used.get(problem.path)
        if not names:
            return problem
        shown = " and ".join(f"${{{name}}}" for name in names)
        message = _GOT.sub(f"; got the value of {shown}", problem.message)
        return replace(problem, message=message, value=None, suggestion=None, fix=None)


def resolve(
    api: Api[Spec],
    document: Mapping[str, Json],
    identity: Identity | None,
    config: PlatformConfig,
    required: Mapping[str, Sequence[Mapping[str, Json]]] | None,
) -> Resolution:
    """Return the document with its values, from its own variables, then from the objects that PlatformConfig names.

    `required` is None if nobody fetches those objects.
    """
    written = user_spec(document) if api.variables else None
    texts = dict(sorted((join("spec", *steps), text) for steps, text in _texts(written)))
    if not texts:
        return Resolution(document=document)
    own = [variables.own(mapping_at(written, _OWN), _OWN_PLACE)]
    namespace = identity.namespace if identity else ""
    asks = identity is not None and not _enough(texts.values(), own)
    wanted = variable_sources.requirements(config.variables, namespace) if asks else {}
    answers = required or {}
    if required is not None and any(name not in answers for name in wanted):
        waiting = tuple(name for name in wanted if name not in answers)
        return Resolution(document=document, requirements=wanted, waiting=waiting)
    found, absent = variable_sources.read(config.variables, namespace, answers) if wanted else ([], [])
    values = {name: value_of(name, [*own, *found]) for name in _names(texts.values())}
    places = [own[0].name, *(variable_sources.described(source, namespace) for source in config.variables.sources)]
    wrong = [
        *variable_problems.misplaced(api, written, texts),
        *variable_problems.malformed(texts),
        *variable_problems.nested(texts, values),
        *variable_problems.credentials(texts, values),
    ]
    too_long = list(variable_problems.too_long(texts, values))
    resolution = _resolved(document, texts, dict.fromkeys(values) if too_long else values, wrong)
    unresolved = [] if absent else variable_problems.unresolved(_missing(texts, values), places)
    return replace(resolution, requirements=wanted, problems=(*absent, *wrong, *too_long, *unresolved))


def _resolved(
    document: Mapping[str, Json],
    texts: Mapping[str, str],
    values: Mapping[Variable, Value | None],
    wrong: Iterable[Problem],
) -> Resolution:
    without_value = [path for path, names in _missing(texts, values).items() if names]
    own = {name for name, value in values.items() if value is not None and value.source == _OWN_PLACE}
    return Resolution(
        document={**document, "spec": _replaced(document.get("spec"), values, top=True)},
        used={path: [name.name for name in variables_in(text)] for path, text in texts.items()},
        unknown=frozenset([*without_value, *(problem.path for problem in wrong)]),
        outside={path: text for path, text in texts.items() if not own.issuperset(variables_in(text))},
    )


def _missing(texts: Mapping[str, str], values: Mapping[Variable, Value | None]) -> dict[str, list[str]]:
    """Return the names of the variables without a value, by the path of the text."""
    return {path: [name.name for name in variables_in(text) if values[name] is None] for path, text in texts.items()}


def _texts(value: Json, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield steps and content of each text with a variable, except for the values of the variables themselves."""
    if isinstance(value, str):
        if START in value:
            yield steps, value
    elif isinstance(value, OBJECTS):
        for key, item in value.items():
            if isinstance(item, SCALARS) and not (isinstance(item, str) and START in item):
                continue  # nearly all of them
            if steps or key != _OWN:
                yield from _texts(item, (*steps, key))
    elif isinstance(value, LISTS):
        for position, item in enumerate(value):
            yield from _texts(item, (*steps, position))


def _names(texts: Iterable[str]) -> dict[Variable, None]:
    return dict.fromkeys(chain.from_iterable(variables_in(text) for text in texts))


def _enough(texts: Iterable[str], own: Sequence[Source]) -> bool:
    """Return whether the claim itself sets every variable that it uses; a default does not count."""
    found = [value_of(name, own) for name in _names(texts)]
    return all(value is not None and value.source != DEFAULT for value in found)


def _replaced(value: Json, values: Mapping[Variable, Value | None], *, top: bool = False) -> Json:
    """Return the value with each text replaced all of whose variables have a value."""
    if isinstance(value, str):
        return _text(value, values) if START in value else value
    if isinstance(value, Mapping):
        return {key: item if top and key == _OWN else _replaced(item, values) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_replaced(item, values) for item in value]
    return value


def _text(text: str, values: Mapping[Variable, Value | None]) -> str:
    known = {name: value.text for name in variables_in(text) if (value := values.get(name)) is not None}
    if len(known) < len(set(variables_in(text))):
        return text
    return substitute(text, known.__getitem__)
