"""The APIs under the names that the platform gives them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from function.apis.api import Api
from function.base.model import Spec
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig
from function.platform.names import Names

_CODE = "EP485"
S = TypeVar("S", bound=Spec)


def named_kinds(kinds: Iterable[str], config: PlatformConfig) -> Mapping[str, str]:
    """Return the kinds of the APIs, each with the name that the settings give it."""
    return {kind: config.names[kind].kind if kind in config.names else kind for kind in kinds}


def renamed(api: Api[S], config: PlatformConfig) -> Api[S]:
    """Return an API with the names, and in takeover mode the fields, that the settings give it."""
    named = _renamed(api, config.names.get(api.kind))
    return _as_before(named) if config.takeover_mode else named


def wrong_names(apis: Mapping[str, Api[Spec]], config: PlatformConfig, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the names at `path`: an API that does not exist, or a name that is used twice."""
    for kind in config.names:
        if kind not in apis:
            message = f"must be one of [{', '.join(apis)}], the kinds that can be renamed"
            yield Problem(path=join(path, kind), message=message, code=_CODE)
    named = [renamed(api, config) for api in apis.values()]
    for field in ("kind", "plural", "short_name"):
        yield from _twice([name for api in named if (name := getattr(api, field))], field, path)


def _twice(names: Collection[str], field: str, path: str) -> Iterator[Problem]:
    if len(set(names)) < len(names):
        message = f"each API must have its own {field.replace('short_name', 'shortName')}"
        yield Problem(path=path, message=message, code=_CODE)


def _as_before(api: Api[S]) -> Api[S]:
    """Return the API as an earlier composition knew it: its definition, whose names cannot change, has only two."""
    return api if api.earlier is None else replace(api, spec=api.earlier.spec, short_name="", category="")


def _renamed(api: Api[S], names: Names | None) -> Api[S]:
    if names is None:
        return api
    return replace(api, kind=names.kind, plural=names.plural, short_name=names.short_name, category=names.category)
