"""The Compositions of this product on a cluster, with the settings that are in effect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis import environment_config
from function.apis.api import Api, composite_kind
from function.apis.implementations import PACKAGES, implementation
from function.apis.names import named_kinds, renamed
from function.apis.platform_settings import platform_settings
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.model import Spec
from function.doctor.report import Finding
from function.doctor.scan import Scan
from function.platform.config import KIND, PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Installed:
    """A Composition: the function that it calls, and its settings, None if they are unusable."""

    name: str
    kind: str
    function: str
    config: PlatformConfig | None
    problems: tuple[Finding, ...] = ()

    @property
    def scope(self) -> Scope:
        """Return whether it composes claims or namespaced composites."""
        return "claims" if self.kind in map(composite_kind, self._names.values()) else "namespaced"

    @property
    def api(self) -> Api[Spec] | None:
        """Return the API under its own names; None if the settings are unusable, or belong to another kind."""
        for own, name in self._names.items():
            if self.config and self.kind in (name, composite_kind(name)):
                return renamed(implementation(own).api, self.config)
        return None

    @property
    def _names(self) -> Mapping[str, str]:
        return named_kinds(PACKAGES, self.config or PlatformConfig())


def compositions(scan: Scan) -> list[Installed]:
    """Return the Compositions with a step whose input is a PlatformConfig."""
    return [found for composition in scan.all("Composition") for found in _of(composition, scan)]


def _of(composition: Manifest, scan: Scan) -> Iterator[Installed]:
    for step in items_at(composition, "spec", "pipeline"):
        document = mapping_at(step, "input")
        if document.get("kind") == KIND:
            name = text_at(composition, "metadata", "name")
            config, problems = _settings(document, name, scan)
            kind = text_at(composition, "spec", "compositeTypeRef", "kind")
            function = text_at(step, "functionRef", "name")
            yield Installed(name=name, kind=kind, function=function, config=config, problems=tuple(problems))


def _settings(
    document: Mapping[str, Json], composition: str, scan: Scan
) -> tuple[PlatformConfig | None, list[Finding]]:
    """Return the settings with those of the EnvironmentConfig over them, and what is wrong with either."""
    spec = {**mapping_at(document, "spec")}
    named = spec.pop("settings", None)
    name = text_at(named, "name")
    about = f"Composition {composition}"
    own: Manifest = {**document, "spec": spec}
    if name and scan.knows("EnvironmentConfig"):
        found = scan.get("EnvironmentConfig", name)
        if found is None and at(named, "optional") is not True:
            missing = f"the EnvironmentConfig {name} with settings does not exist. Hint: create it"
            return None, [Finding(code="EP709", about=about, message=missing)]
        data, wrong = environment_config.data_of(found)
        about = f"{about} with EnvironmentConfig {name}" if found else about
        if wrong:
            return None, [Finding(code="EP709", about=about, message=str(problem)) for problem in wrong]
        own = environment_config.over(own, data)
    config, problems = platform_settings(own)
    return config, [Finding(code="EP709", about=about, message=f"{found.code} {found}") for found in problems]
