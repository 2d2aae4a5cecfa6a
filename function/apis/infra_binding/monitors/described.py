"""What the document says about the section `monitoring`, in addition to the section itself."""

from collections.abc import Iterable, Mapping

from function.apis.infra_binding.monitors.monitor import Monitor
from function.base.manifest import Json, Manifest, present, text_at


def described(monitors: Iterable[Monitor]) -> Manifest:
    """Return the objects of each part, and what applications need in order to take part."""
    return present({monitor.name: _described(monitor) for monitor in monitors})


def changed(monitors: Iterable[Monitor]) -> Mapping[str, str]:
    """Return which values are not used exactly as written, by path."""
    return {_below(monitor, place): text for monitor in monitors for place, text in monitor.changed.items()}


def without_object(monitors: Iterable[Monitor]) -> Mapping[str, str]:
    """Return why items of a part have no object, by path."""
    return {_below(monitor, place): why for monitor in monitors for place, why in monitor.unmanaged.items()}


def _below(monitor: Monitor, place: str) -> str:
    return f"{monitor.path}{place}" if place.startswith("[") else f"{monitor.path}.{place}"


def _described(monitor: Monitor) -> Manifest:
    return present({**monitor.described, "objects": [reference(made.manifest) for made in monitor.made.own]})


def reference(manifest: Manifest) -> Json:
    """Return which object a manifest is of."""
    return {
        "apiVersion": text_at(manifest, "apiVersion"),
        "kind": text_at(manifest, "kind"),
        "namespace": text_at(manifest, "metadata", "namespace"),
        "name": text_at(manifest, "metadata", "name"),
    }
