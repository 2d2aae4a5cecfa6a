"""What a claim and the settings could say otherwise, one input at a time."""

from collections.abc import Iterator, Mapping

from function.apis.composite import user_spec
from function.apis.platform_settings import implementation_of, platform_settings
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.problems import join
from function.origins.changed import changed
from function.origins.inputs import Input, inputs
from function.origins.origin import Source
from function.origins.origins import Variation
from function.platform.config import API_VERSION, KIND, PlatformConfig
from function.publish.schema.model import read

_NOT_VARIED = frozenset({"overlays", "settings"})
"""Settings that are no values: overlays vary as a whole, and the object with settings was merged before."""
_LABELS_OF_CROSSPLANE = "crossplane.io/"


def variations(xr: Manifest, settings: Manifest) -> Iterator[Variation]:
    """Yield a variation for each input: of the claim, its identity, the settings, and the overlays."""
    config = platform_settings(settings)[0]
    if config is None:
        return
    yield from _of_overlays(xr, settings)
    yield from _of_identity(xr, settings)
    yield from _of_claim(xr, settings, config)
    yield from _of_settings(xr, settings)


def _of_claim(xr: Manifest, settings: Manifest, config: PlatformConfig) -> Iterator[Variation]:
    api = implementation_of(xr, config)[0]
    if api is None:
        return
    for found in inputs(user_spec(xr), read(api.api.spec, config), ("spec",)):
        name = join("", *found.steps)
        requests = ((document, settings) for document in changed(xr, found))
        if found.written:
            yield Variation(name, "written", found.value, requests)
        else:
            source: Source = "unset" if found.value is None else "default"
            yield Variation(f"the default of {name}", source, found.value, requests)


def _of_identity(xr: Manifest, settings: Manifest) -> Iterator[Variation]:
    """Yield variations of the name, the namespace, and the labels, which a composite of a claim has in `claimRef`."""
    of_claim = bool(mapping_at(xr, "spec", "claimRef"))
    place = ("spec", "claimRef") if of_claim else ("metadata",)
    for field in ("name", "namespace"):
        found = Input((*place, field), text_at(xr, *place, field))
        yield Variation(f"metadata.{field}", "written", found.value, _with_settings(xr, found, settings))
    for key, value in mapping_at(xr, "metadata", "labels").items():
        if not key.startswith(_LABELS_OF_CROSSPLANE):
            found = Input(("metadata", "labels", key), value)
            yield Variation(f"metadata.labels.{key}", "written", value, _with_settings(xr, found, settings))


def _with_settings(xr: Manifest, found: Input, settings: Manifest) -> Iterator[tuple[Manifest, Manifest]]:
    return ((document, settings) for document in changed(xr, found))


def _of_settings(xr: Manifest, settings: Manifest) -> Iterator[Variation]:
    whole = {"apiVersion": API_VERSION, "kind": KIND, **settings}
    for found in inputs(dict(mapping_at(settings, "spec")), read(PlatformConfig, PlatformConfig()), ("spec",)):
        if found.steps[1] in _NOT_VARIED:
            continue
        name = f"PlatformConfig.{join('', *found.steps)}"
        requests = ((xr, document) for document in changed(whole, found))
        if found.written:
            yield Variation(name, "written", found.value, requests)
        else:
            source: Source = "unset" if found.value is None else "platform"
            yield Variation(f"the default of {name}", source, found.value, requests)


def _of_overlays(xr: Manifest, settings: Manifest) -> Iterator[Variation]:
    overlays = items_at(settings, "spec", "overlays")
    for position, overlay in enumerate(overlays):
        others = [*overlays[:position], *overlays[position + 1 :]]
        spec: Mapping[str, Json] = {**mapping_at(settings, "spec"), "overlays": others}
        name = f"overlay {at(overlay, 'name')}"
        yield Variation(name, "overlay", None, [(xr, {**settings, "spec": spec})])
