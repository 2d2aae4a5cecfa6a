"""What a case starts from."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.suites.model.texts import FilePath, Line

_Files = Annotated[list[FilePath], Field(max_length=100)]


class Given(Spec):
    """What a case starts from. Paths are relative to the folder of the suite, and may lead to folders."""

    claim: FilePath | None = None
    """File with the claim, composite resource, or binding."""
    name: Line | None = None
    """Name of the claim, if the file contains several."""
    manifest: dict[str, object] | None = None
    """The claim itself, in place of a file."""
    set: dict[str, object] = {}
    """Values of the claim to change, by path, such as `spec.size` or `spec.env[LOG_LEVEL].value`; null removes one."""
    platform_config: FilePath | None = None
    """File with the platform's settings, as for `platformctl --platform-config`. Default: built-in settings."""
    settings: dict[str, object] = {}
    """Fields of PlatformConfig.spec that override those of the file, as an EnvironmentConfig does."""
    scope: Literal["claims", "namespaced"] = "claims"
    """Scope in which the API is installed: claims, or namespaced composites."""
    bindings: _Files = []
    """InfraBindings from which the service takes values. Those in the file of the claim count too."""
    required: _Files | None = None
    """Resources of the cluster that the function reads, such as ConfigMaps with values of variables. Default: the
    function can read none."""
    observed: _Files = []
    """Observed composed resources of the claim, each with the annotation crossplane.io/composition-resource-name."""
    running: bool = False
    """Whether all objects of the claim exist and are ready."""


def merged(suite: Given, case: Given) -> Given:
    """Return what a case starts from: a field of the case replaces that of the suite."""
    own = {name: getattr(case, name) for name in case.model_fields_set}
    if "claim" in own or "manifest" in own:  # either names the claim
        own = {"claim": None, "manifest": None, "name": None, **own}
    return suite.model_copy(update=own)
