"""The Composition of an API in one scope: a pipeline of one step, with the platform's settings as its input."""

from collections.abc import Mapping

from function.apis.api import VERSION, Api
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at
from function.base.model import Spec
from function.platform.config import API_VERSION, KIND, PlatformConfig

FUNCTION = "function-event-platform"
SETTINGS: Manifest = {"name": "event-platform", "optional": True}
"""The EnvironmentConfig that may override the settings."""


def composition(
    api: Api[Spec], scope: Scope, config: PlatformConfig, settings: Mapping[str, Json], function: str = FUNCTION
) -> Manifest:
    """Return the Composition; `settings` are those of the platform as written, and `function` the function's name.

    Claims support only delivery by Objects.
    """
    own = mapping_at(settings, "spec")
    spec: Manifest = (
        {"settings": SETTINGS, "providerConfig": {"name": config.provider_config.name}, **own, "delivery": "object"}
        if scope == "claims"
        else {"settings": SETTINGS, "delivery": "direct", **own}
    )
    return {
        "apiVersion": "apiextensions.crossplane.io/v1",
        "kind": "Composition",
        "metadata": {"name": api.folder},
        "spec": {
            "compositeTypeRef": {
                "apiVersion": f"{config.group}/{VERSION}",
                "kind": api.composite_kind if scope == "claims" else api.kind,
            },
            "mode": "Pipeline",
            "pipeline": [
                {
                    "step": "compose",
                    "functionRef": {"name": function},
                    "input": {"apiVersion": API_VERSION, "kind": KIND, "spec": spec},
                }
            ],
        },
    }
