"""What a claim sets to another value although the platform sets it for all services."""

from collections.abc import Iterator, Mapping

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig
from function.platform.defaults import Defaults, Overridable


def labels(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each label of pods that the platform sets."""
    yield from _entries("spec.podLabels", spec.pod_labels, config.defaults.labels, "labels", config.defaults)


def pod_annotations(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each annotation of pods that the platform sets."""
    settings = config.defaults
    yield from _entries("spec.podAnnotations", spec.pod_annotations, settings.pod.annotations, "annotations", settings)


def account_annotations(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each annotation of the ServiceAccount that the platform sets."""
    settings, own = config.defaults, spec.service_account.annotations
    yield from _entries("spec.serviceAccount.annotations", own, settings.annotations, "annotations", settings)


def variables(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each variable of the claim's env that the platform sets."""
    if config.defaults.pod.env:
        yield from _variables(config, [(join("spec.env", at, "name"), own.name) for at, own in enumerate(spec.env)])


def init_variables(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each variable of the init container's env that the platform sets."""
    if config.defaults.pod.env and spec.init_container is not None:
        given = enumerate(spec.init_container.env)
        yield from _variables(config, [(join("spec.initContainer.env", at, "name"), own.name) for at, own in given])


def secret_variables(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each variable from a Secret's key that the platform sets."""
    if config.defaults.pod.env:
        for position, ref in enumerate(spec.secret_refs):
            path = join("spec.secretRefs", position, "env")
            named = [(join(path, at, "envName"), own.env_name) for at, own in enumerate(ref.env)]
            yield from _variables(config, named)


def config_map_variables(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each variable from a ConfigMap's key that the platform sets."""
    if config.defaults.pod.env:
        for position, ref in enumerate(spec.config_map_refs):
            path = join("spec.configMapRefs", position, "env")
            named = [(join(path, at, "envName"), own.env_name) for at, own in enumerate(ref.env)]
            yield from _variables(config, named)


def spreads(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each node label that the platform spreads pods across."""
    theirs = {constraint.topology_key for constraint in config.defaults.pod.topology_spread}
    for position, constraint in enumerate(spec.topology_spread):
        if constraint.topology_key in theirs and "topologySpread" not in config.defaults.overridable:
            yield _problem(join("spec.topologySpread", position, "topologyKey"), "topologySpread")


CHECKS = (
    labels,
    pod_annotations,
    account_annotations,
    variables,
    init_variables,
    secret_variables,
    config_map_variables,
    spreads,
)
"""Each reads few fields."""


def _entries(
    path: str, own: Mapping[str, str], theirs: Mapping[str, str], what: Overridable, settings: Defaults
) -> Iterator[Problem]:
    for key in theirs.keys() & own.keys() if theirs and what not in settings.overridable else ():
        if own[key] != theirs[key]:
            yield _problem(join(path, key), what)


def _variables(config: PlatformConfig, named: list[tuple[str, str]]) -> Iterator[Problem]:
    theirs = {variable.name for variable in config.defaults.pod.env}
    if "env" not in config.defaults.overridable:
        yield from (_problem(path, "env") for path, name in named if name in theirs)


def _problem(path: str, what: Overridable) -> Problem:
    setting = "PlatformConfig.spec.defaults.overridable"
    message = describe(f"the platform sets this for all services; allowed only if {setting} contains {what}")
    return Problem(path=path, message=message, code="EP480", setting=setting)
