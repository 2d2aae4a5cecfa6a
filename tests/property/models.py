"""Strategies derived from the models: what users may write, each field within its own bounds."""

from collections.abc import Collection, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from function.base.addresses import refusal
from function.base.marks import Address
from function.base.model import Spec
from function.base.text import Text
from function.base.validation import broken_rules
from function.platform.size import SIZES

DETERMINISTIC = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # which looks at the clock
)
"""The same examples on every run, on any machine."""
POOL = 15
"""Texts tried for each pattern."""
MOST = 2
"""Entries of lists and mappings: more show nothing new and take long."""
MOST_FIELDS = 5
"""Optional fields of an object that are given at once, for the same reason."""

Strategy: TypeAlias = st.SearchStrategy[Any]
ANYTHING: Strategy = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=MOST) | st.dictionaries(st.text("ab", max_size=3), inner, max_size=MOST),
    max_leaves=4,
)
"""The content of a section without a schema."""


def documents(model: type[Spec], *, always: Collection[str] = (), never: Collection[str] = ()) -> Strategy:
    """Return mappings that are right for `model`, rules between fields included.

    Of the optional fields, those that are `always` or `never` given decide which rules apply.
    """
    required: dict[str, Strategy] = {}
    optional: dict[str, Strategy] = {}
    for name, info in model.model_fields.items():
        field, values = info.alias or name, _values(info.annotation, info.metadata)
        if field not in never:
            (required if info.is_required() or field in always else optional)[field] = values
    given = st.lists(st.sampled_from(sorted(optional)), max_size=MOST_FIELDS, unique=True) if optional else st.just([])
    whole = given.flatmap(lambda names: st.fixed_dictionaries({**required, **{name: optional[name] for name in names}}))
    return whole.filter(lambda value: _keeps_rules(model, value)) if model.rules else whole


def _keeps_rules(model: type[Spec], value: Mapping[str, object]) -> bool:
    """Return whether no rule is broken; what breaks a bound of a single field stays, so that a test shows it."""
    try:
        return not list(broken_rules(model.model_validate(value), ""))
    except ValidationError:
        return True


def _values(annotation: Any, metadata: list[Any]) -> Strategy:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(arguments[0], [*_flat(arguments[1:]), *metadata])
    if origin in (Union, UnionType):
        return st.one_of([_values(part, metadata) for part in arguments if part is not NoneType])
    if origin in (list, dict):
        entries = [_values(argument, []) for argument in arguments]
        collection = st.lists if origin is list else st.dictionaries
        return collection(*entries, min_size=_bound(metadata, "min_length", 0), max_size=MOST)
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        return documents(annotation)
    if origin is Literal:
        return st.sampled_from(arguments)
    return ANYTHING if annotation is Any else _scalar(annotation, metadata)


def _flat(metadata: tuple[Any, ...]) -> list[Any]:
    """Return the constraints: those given by a Field lie inside it, beside what it adds to the schema."""
    return [part for one in metadata for part in ([*one.metadata, one] if isinstance(one, FieldInfo) else [one])]


def _scalar(annotation: Any, metadata: list[Any]) -> Strategy:
    if annotation is bool:
        return st.booleans()
    if annotation in (int, float):
        least, most = _bound(metadata, "ge", -(2**31)), _bound(metadata, "le", 2**31)
        return st.integers(least, most) if annotation is int else st.floats(least, most)
    if annotation is object:
        return st.none() | st.text(max_size=3)
    assert annotation is str, annotation
    if any(getattr(part, "json_schema_extra", None) == {"x-enum-from": "sizes"} for part in metadata):
        return st.sampled_from(sorted(SIZES))
    least, most = _bound(metadata, "min_length", 0), _bound(metadata, "max_length", 64)
    pattern = next((found for part in metadata if (found := _pattern(part))), None)
    if pattern is None:
        return st.text(min_size=least, max_size=min(most, 8))
    texts = _matching(pattern, least, most)
    if any(isinstance(part, Address) for part in metadata):
        texts = tuple(text for text in texts if refusal(text) is None)
    return st.sampled_from((*_examples(metadata), *texts))


def _examples(metadata: list[Any]) -> tuple[str, ...]:
    """Return the example of the type: a pattern of addresses seldom gives a host that a claim may name."""
    return tuple(part.example for part in metadata if isinstance(part, Text))


@cache
def _matching(pattern: str, least: int, most: int) -> tuple[str, ...]:
    """Return texts that match, found once: drawing from a pattern for each value takes seconds.

    The anchors go, since Python's "$" lets a newline through at the end.
    """
    found: list[str] = []

    @settings(DETERMINISTIC, max_examples=POOL)
    @given(st.from_regex(f"(?:{pattern.removeprefix('^').removesuffix('$')})", fullmatch=True))
    def collect(text: str) -> None:
        if least <= len(text) <= most:
            found.append(text)

    collect()
    return tuple(dict.fromkeys(found))


def _bound(metadata: list[Any], name: str, default: int) -> int:
    return next((found for part in metadata if (found := getattr(part, name, None)) is not None), default)


def _pattern(part: Any) -> str | None:
    found = getattr(part, "pattern", None)
    return found if isinstance(found, str) else None
