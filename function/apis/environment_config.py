"""An EnvironmentConfig with settings of the platform: its data has the fields of PlatformConfig.spec."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from function.base.manifest import Json, Manifest, at, mapping_at, without_nulls
from function.base.problems import Problem, describe
from function.platform.settings import merged

API_VERSION, KIND = "apiextensions.crossplane.io/v1beta1", "EnvironmentConfig"


def data_of(found: Json) -> tuple[Mapping[str, Json], tuple[Problem, ...]]:
    """Return the fields of PlatformConfig.spec in an EnvironmentConfig, and what is wrong with it as a whole."""
    data = without_nulls(at(found, "data"))
    if not isinstance(data, Mapping | None):
        message = describe("must be an object with the fields of PlatformConfig.spec")
        return {}, (Problem(path=f"{KIND}.data", message=message, code="EP483"),)
    if data is not None and "settings" in data:
        message = describe("an object with settings cannot name another one", hint="remove it")
        return {}, (Problem(path=f"{KIND}.data.settings", message=message, code="EP483"),)
    return data or {}, ()


def over(platform: Mapping[str, Json], data: Mapping[str, Json]) -> Manifest:
    """Return a PlatformConfig document with the data of an EnvironmentConfig over its spec."""
    return {**platform, "spec": merged(mapping_at(platform, "spec"), data)}


def placed(problems: Iterable[Problem], own: Mapping[str, Json]) -> list[Problem]:
    """Return the problems of merged settings, each at its place in the object if it is written there."""
    return [_placed(problem, own) for problem in problems] if own else list(problems)


def _placed(problem: Problem, own: Mapping[str, Json]) -> Problem:
    path = problem.path.removeprefix("PlatformConfig.spec.")
    if path == problem.path or not _written(own, path):
        return problem
    return replace(problem, path=f"{KIND}.data.{path}", place=None)


def _written(own: Json, path: str) -> bool:
    """Return whether a path, which may end below it, begins with a field of the object; keys may contain dots."""
    if not isinstance(own, Mapping):
        return True
    for key, value in own.items():
        rest = path.removeprefix(key)
        if path == key or (rest != path and (rest[0] == "[" or (rest[0] == "." and _written(value, rest[1:])))):
            return True
    return False
