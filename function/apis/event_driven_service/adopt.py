"""Takes over what runs and cannot change: the selector of an existing Deployment, and a second Service.

Everything that selects pods follows the kept selector, so that pods of the earlier composition stay behind the Service
until new ones are ready.
"""

from collections.abc import Mapping
from dataclasses import replace

from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.apis.event_driven_service.resolve import Resolved
from function.base.manifest import Json, mapping_at, text_at
from function.base.problems import Problem, describe
from function.delivery.live import asked, state

HTTP_SERVICE = "http-service"
"""The key of the second Service, which the earlier composition creates for every service."""
_DEPLOYMENT = "deployment"


def adopted(resolved: Resolved, observed: Mapping[str, Mapping[str, Json]]) -> Resolved:
    """Return the resolved claim with what exists; without takeover mode, and for a new service, it is unchanged."""
    spec = resolved.spec
    if not isinstance(spec, TakenOverService):
        return resolved
    selector = _selector(observed.get(_DEPLOYMENT, {})) or resolved.selector
    kept = replace(
        resolved.kept,
        selector=selector != resolved.selector,
        http_service=spec.takeover.http_service and _is_second(resolved, observed.get(HTTP_SERVICE, {})),
    )
    return replace(resolved, selector=selector, kept=kept)


def remarks(resolved: Resolved) -> list[Problem]:
    """Return a warning if the selector of an existing Deployment is kept."""
    if not resolved.kept.selector:
        return []
    labels = ", ".join(f"{key}={value}" for key, value in sorted(resolved.selector.items()))
    message = describe(
        f"keeps its selector {labels}, because selectors are immutable",
        hint="to get the selector of this API, delete this composed resource when downtime is acceptable",
    )
    return [Problem(path=f"observed.resources.{_DEPLOYMENT}", message=message, code="EP494", severity="warning")]


def second_name(resolved: Resolved) -> str:
    """Return the name of the second Service."""
    return f"{resolved.meta.name}-http"


def _selector(observed: Mapping[str, Json]) -> dict[str, str]:
    """Return the selector of a live Deployment, or {} if there is none that labels alone can express."""
    selector = mapping_at(state(observed).live, "spec", "selector")
    labels = mapping_at(selector, "matchLabels")
    found = {key: value for key, value in labels.items() if isinstance(value, str)}
    return found if selector.keys() == {"matchLabels"} and len(found) == len(labels) else {}


def _is_second(resolved: Resolved, observed: Mapping[str, Json]) -> bool:
    manifest = asked(observed)
    return text_at(manifest, "kind") == "Service" and text_at(manifest, "metadata", "name") == second_name(resolved)
