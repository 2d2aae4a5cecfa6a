"""Settings in an object of the cluster, which apply in addition to those of the Composition."""

from collections.abc import Mapping

from function.base.manifest import Json
from function.base.model import Spec
from function.base.types import DnsSubdomain


class SettingsObject(Spec):
    """The EnvironmentConfig whose data has the fields of PlatformConfig.spec, and overrides them."""

    name: DnsSubdomain
    """Name of the EnvironmentConfig."""
    optional: bool = False
    """Do without the object if it does not exist. Services that were rendered with it keep requiring it."""


def merged(settings: Json, over: Json) -> Json:
    """Return the settings with others over them: maps are merged, lists and single values are replaced."""
    if not isinstance(settings, Mapping) or not isinstance(over, Mapping):
        return over
    return {**settings, **{key: merged(settings.get(key), value) for key, value in over.items()}}
