"""The settings in effect: those of the Composition, and over them those of an object of the cluster.

Crossplane fetches the object, and calls the function again whenever the object changes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from function.apis.environment_config import API_VERSION, KIND, data_of, over
from function.base.condition import TYPES, Condition
from function.base.manifest import Json, Manifest, at, text_at
from function.base.outcome import Outcome, Requirement
from function.base.problems import Problem, describe
from function.base.request import Request
from function.base.undecoded import UndecodableError
from function.base.validation import parse
from function.platform.settings import SettingsObject
from function.status import ttl
from function.status.conditions import condition
from function.status.reasons.settings import READING_SETTINGS

NAME = "settings"
"""The name of the requirement."""
_PLACE = "PlatformConfig.spec.settings"
_LONGEST_KNOWN = 1024
"""Characters of what is kept once it is parsed."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """A PlatformConfig document, or None if it is not known: nothing may be rendered then.

    With `problems`, the object is missing or unusable; otherwise Crossplane has not been asked for it yet. `own` is
    what the object contains, and `name` its name if it was used.
    """

    document: Mapping[str, Json] | None
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    own: Mapping[str, Json] = field(default_factory=dict)
    name: str = ""
    missing: bool = False
    problems: tuple[Problem, ...] = ()


def in_effect(request: Request) -> Settings:
    """Return the settings of a call."""
    platform = request.platform
    if at(platform, "spec", "settings") is None:
        return Settings(document=platform)
    text = json.dumps(at(platform, "spec", "settings"))
    wanted, problems = _known(text) if len(text) <= _LONGEST_KNOWN else _parsed(text)
    if wanted is None or problems:
        return Settings(document=None, problems=problems)
    return _fetched(platform, wanted, request)


def _parsed(text: str) -> tuple[SettingsObject | None, tuple[Problem, ...]]:
    """Return the object that a JSON text names, which is the same on every call of one Composition."""
    wanted, problems = parse(SettingsObject, json.loads(text), _PLACE)
    return wanted, tuple(problems)


_known = lru_cache(maxsize=16)(_parsed)


def reading(effective: Settings) -> tuple[Condition, ...]:
    """Return the conditions while the object is not known."""
    cause = READING_SETTINGS.because(name=", ".join(wanted.name for wanted in effective.requirements.values()))
    return tuple(condition(kind, cause) for kind in TYPES)


def requiring(outcome: Outcome, effective: Settings) -> Outcome:
    """Return the outcome with the requirement, and with the name of the object in the status if it was used.

    The name is what tells later that the object is missing, even if it is optional.
    """
    if not effective.requirements:
        return outcome
    used: Manifest = {"settings": effective.name} if effective.name and outcome.fatal is None else {}
    return replace(
        outcome,
        requirements={**effective.requirements, **outcome.requirements},
        status={**outcome.status, **used},
        ttl_seconds=ttl.UNSETTLED if effective.problems else outcome.ttl_seconds,
    )


def _fetched(platform: Mapping[str, Json], wanted: SettingsObject, request: Request) -> Settings:
    if request.required is None:
        return Settings(document=platform) if wanted.optional else _missing(wanted, {}, "is not fetched by Crossplane")
    asked = {NAME: Requirement(api_version=API_VERSION, kind=KIND, namespace="", name=wanted.name)}
    found = request.required.get(NAME)
    if found is None:
        return Settings(document=None, requirements=asked)
    if found:
        return _over(platform, found[0], wanted, asked)
    if wanted.optional and not text_at(request.xr, "status", "settings"):
        return Settings(document=platform, requirements=asked)
    return _missing(wanted, asked, "does not exist")


def _over(
    platform: Mapping[str, Json], found: Json, wanted: SettingsObject, asked: Mapping[str, Requirement]
) -> Settings:
    try:
        own, problems = data_of(found)
    except UndecodableError as error:
        own, problems = {}, (replace(error.problem, path=KIND),)
    if problems:
        return Settings(document=None, requirements=asked, problems=problems)
    return Settings(document=over(platform, own), requirements=asked, own=own, name=wanted.name)


def _missing(wanted: SettingsObject, asked: Mapping[str, Requirement], why: str) -> Settings:
    message = describe(
        f"{KIND} '{wanted.name}', which has the platform's settings, {why}",
        hint="create it; with data: {}, only the settings of the Composition apply",
    )
    problem = Problem(path=f"{_PLACE}.name", message=message, code="EP482")
    return Settings(document=None, requirements=asked, missing=True, problems=(problem,))
