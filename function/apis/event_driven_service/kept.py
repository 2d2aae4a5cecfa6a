"""What a service keeps from an earlier composition: its deprecated fields translated, and what they cannot express."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from function.apis.event_driven_service.model.env import SecretRef
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.model.taken_over import (
    EARLIER_SIZE,
    PROBES,
    SLOTS,
    KubernetesProbe,
    TakenOverService,
)
from function.base.manifest import Manifest, present


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What takeover mode keeps; nothing by default."""

    fields: tuple[str, ...] = ()
    """Paths of the deprecated fields and values that the claim uses."""
    probes: Manifest = field(default_factory=dict)
    """Probes of the main container that replace those of `spec.probes`."""
    init_container: bool = False
    """Whether the claim has an init container that does not run."""
    http_service: bool = False
    """Whether the second Service exists and stays."""
    selector: bool = False
    """Whether an existing Deployment has another selector, which stays."""


NOTHING = Kept()


def translated(spec: EventDrivenService) -> tuple[EventDrivenService, Kept]:
    """Return a spec whose deprecated fields have no effect of their own, and what is kept; others are unchanged."""
    if not isinstance(spec, TakenOverService):
        return spec, NOTHING
    secrets = [name for slot in SLOTS if (name := getattr(spec, slot)) is not None]
    off = spec.init_container is not None and not spec.takeover.init_container
    kept = Kept(
        fields=tuple(_deprecated(spec)),
        probes={alias: _manifest(probe) for alias in _ALIASES if (probe := getattr(spec, _ALIASES[alias])) is not None},
        init_container=off,
    )
    refs = [SecretRef.model_validate({"name": name, "envFrom": True, "optional": True}) for name in secrets]
    changes = {"secret_refs": [*spec.secret_refs, *refs], **({"init_container": None} if off else {})}
    return spec.model_copy(update=changes), kept


_ALIASES = {TakenOverService.model_fields[name].alias or name: name for name in PROBES}


def _deprecated(spec: TakenOverService) -> Iterator[str]:
    for name in (*SLOTS, *PROBES):
        if getattr(spec, name) is not None:
            yield f"spec.{TakenOverService.model_fields[name].alias}"
    if spec.size == EARLIER_SIZE:
        yield "spec.size"


def _manifest(probe: KubernetesProbe) -> Manifest:
    """Return a probe as it was written; only numbers of ports are integers in Kubernetes."""
    written: Manifest = probe.model_dump(by_alias=True, exclude_none=True)
    port = probe.http_get.port
    request = present(
        {
            "path": probe.http_get.path or "/",
            "port": int(port) if port.isdigit() else port,
            "scheme": probe.http_get.scheme,
        }
    )
    return {**written, "httpGet": request}
