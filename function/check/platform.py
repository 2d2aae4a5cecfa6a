"""Loads the platform settings from the file that --platform-config names."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from function.apis import environment_config
from function.apis.api import Api, composite_kind
from function.apis.implementations import PACKAGES, implementation
from function.apis.names import named_kinds, renamed
from function.apis.platform_settings import wrong
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.model import Spec
from function.base.problems import Problem
from function.base.validation import parse
from function.check.composition import with_settings
from function.check.errors import InvalidFileError, UnusableFileError
from function.check.load import LoadedFile, load_file
from function.check.resource import Resource
from function.platform.config import API_VERSION, KIND, Document, PlatformConfig

_SHIPPED: Mapping[Scope, Manifest] = {
    "claims": {},
    "namespaced": {"apiVersion": API_VERSION, "kind": KIND, "spec": {"delivery": "direct"}},
}
"""The settings of the shipped Compositions, without those that are defaults."""


class Platform(NamedTuple):
    """The PlatformConfig document in effect, or None if no file was given; its API group, and what follows from it."""

    document: Manifest | None
    group: str
    config: PlatformConfig = PlatformConfig()

    @property
    def names(self) -> Mapping[str, str]:
        """Return the kinds of the APIs, each with the name that the settings give it."""
        return named_kinds(PACKAGES, self.config)

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of claims, namespaced composites, and the composites of claims."""
        return frozenset(kind for name in self.names.values() for kind in (name, composite_kind(name)))

    def in_effect(self, scope: Scope) -> Manifest:
        """Return the PlatformConfig document, or that of the shipped Composition of a scope if none was given."""
        return dict(_SHIPPED[scope]) if self.document is None else self.document

    def api(self, kind: str) -> Api[Spec] | None:
        """Return the API of a kind of claim or namespaced composite, under the name that the settings give it."""
        own = [own for own, name in self.names.items() if name == kind]
        return renamed(implementation(own[0]).api, self.config) if own else None

    def api_of(self, kind: str) -> Api[Spec]:
        """Return the API of a kind in `kinds`, under the name that the settings give it."""
        own = next(own for own, name in self.names.items() if kind in (name, composite_kind(name)))
        return renamed(implementation(own).api, self.config)


def load(path: str | None) -> Platform:
    """Return the settings in a file, or unknown settings for None.

    The file contains a PlatformConfig, an EnvironmentConfig with settings over it or over the built-in ones, or both. A
    Composition stands for the PlatformConfig that is the input of one of its steps. Next to an EnvironmentConfig,
    objects of other kinds do not count. Raises UnreadableFileError, UnusableFileError if the file contains something
    else, and InvalidFileError with all errors in the file.
    """
    if path is None:
        return Platform(None, PlatformConfig().group)
    file = load_file(path)
    if file.findings:
        raise InvalidFileError(file.name, map(str, file.findings))
    file = with_settings(file)
    objects = _of_kind(file, environment_config.KIND)
    if objects:
        return _merged(file, objects, _of_kind(file, KIND))
    if len(file.resources) != 1:
        raise UnusableFileError(
            file.name, f"must contain exactly one PlatformConfig; got {len(file.resources)} documents"
        )
    resource = file.resources[0]
    document, problems = parsed(resource.value, "")
    if document is None or problems:
        raise InvalidFileError(file.name, [str(resource.finding(problem)) for problem in problems])
    if document.spec.settings is not None and not document.spec.settings.optional:
        name = document.spec.settings.name
        raise UnusableFileError(file.name, f"names EnvironmentConfig '{name}'; add that object to the file")
    return _of(_settled(resource.manifest), document.spec)


def overridden(platform: Platform, scope: Scope, data: Mapping[str, Json]) -> tuple[Platform | None, list[Problem]]:
    """Return the settings with the data of an EnvironmentConfig over them, and everything that is wrong with these.

    Paths of problems begin at PlatformConfig, or at EnvironmentConfig for what the data sets.
    """
    own, wrong = environment_config.data_of({"data": data})
    merged = environment_config.over({"apiVersion": API_VERSION, "kind": KIND, **platform.in_effect(scope)}, own)
    document, problems = parsed(merged, KIND)
    found = [*wrong, *environment_config.placed(problems, own)]
    return (None, found) if document is None or found else (_of(merged, document.spec), [])


def parsed(value: Json, path: str) -> tuple[Document | None, list[Problem]]:
    """Return a PlatformConfig document, and everything that is wrong with it."""
    document, problems = parse(Document, value, path)
    if document is None or problems:
        return document, problems
    return document, wrong(document.spec, f"{path}.spec" if path else "spec")


def _merged(file: LoadedFile, objects: list[Resource], configs: list[Resource]) -> Platform:
    if len(objects) > 1 or len(configs) > 1:
        found = f"{len(configs)} and {len(objects)}"
        raise UnusableFileError(
            file.name, f"must contain at most one PlatformConfig and one EnvironmentConfig; got {found}"
        )
    source = objects[0]
    own, wrong = environment_config.data_of(source.value)
    if wrong:
        raise InvalidFileError(file.name, [str(_finding(source, problem)) for problem in wrong])
    base = configs[0].manifest if configs else {"apiVersion": API_VERSION, "kind": KIND}
    merged = _settled(environment_config.over(base, own))
    document, problems = parsed(merged, KIND)
    if document is None or problems:
        placed = environment_config.placed(problems, own)
        raise InvalidFileError(
            file.name,
            [
                str(_finding(source if problem.path.startswith(environment_config.KIND) else configs[0], problem))
                for problem in placed
            ],
        )
    return _of(merged, document.spec)


def _of(document: Manifest, config: PlatformConfig) -> Platform:
    return Platform(document, config.group, config)


def _of_kind(file: LoadedFile, kind: str) -> list[Resource]:
    return [resource for resource in file.resources if text_at(resource.value, "kind") == kind]


def _finding(resource: Resource, problem: Problem) -> object:
    """Return a finding whose path does not repeat the kind of the document."""
    path = problem.path.removeprefix(f"{KIND}.").removeprefix(f"{environment_config.KIND}.")
    return resource.finding(replace(problem, path=path))


def _settled(document: Manifest) -> Manifest:
    """Return the document without the name of the object that would be merged over it."""
    spec: dict[str, Json] = {**mapping_at(document, "spec")}
    spec.pop("settings", None)
    return {**document, "spec": spec} if "spec" in document else document
