"""Whether the API server serves the definitions as they are written.

Crossplane accepts a definition that cannot work. A new one then has no condition, and a changed one stays Established
with what was served before: only an event shows it.
"""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.api import VERSION, Api
from function.apis.composite import CROSSPLANE_FIELDS
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.model import Spec
from function.delivery.live import condition
from function.doctor.composition import Installed
from function.doctor.report import Finding
from function.doctor.scan import Scan
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.structural import declared

_KIND = "CompositeResourceDefinition"
_ADDED = {
    "spec": frozenset(CROSSPLANE_FIELDS),
    "status": frozenset({"claimConditionTypes", "conditions", "connectionDetails", "crossplane"}),
}
"""Fields that Crossplane adds to the CRD itself."""
_MOST = 3
"""Fields that a message lists."""


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield what is wrong with the definition behind each Composition."""
    done = set()
    for composition in installed if scan.knows(_KIND) else ():
        api, config = composition.api, composition.config
        if api is None or config is None:
            continue
        names = {"claims": f"x{api.plural}.{config.group}", "namespaced": f"{api.plural}.{config.group}"}
        name = names[composition.scope]
        if name in done:
            continue
        done.add(name)
        definition = scan.get(_KIND, name)
        if definition is None:
            text = "the definition is not installed. Hint: apply it, or install the Configuration"
            yield Finding(code="EP701", about=f"XRD {name}", message=text)
            continue
        yield from _of(definition, name, api, config, scan)
        if composition.scope == "claims" and scan.get(_KIND, names["namespaced"]) is not None:
            text = f"{names['namespaced']} defines the same kind for the other scope. Hint: remove one of them"
            yield Finding(code="EP708", about=f"XRD {name}", message=text)


def _of(definition: Manifest, name: str, api: Api[Spec], config: PlatformConfig, scan: Scan) -> Iterator[Finding]:
    about = f"XRD {name}"
    claims = bool(mapping_at(definition, "spec", "claimNames"))
    lacking = [kind for kind in ("Established", *(["Offered"] if claims else [])) if not _is_true(definition, kind)]
    if lacking:
        text = f"not {' and '.join(lacking)}, so the API server does not serve it. Hint: kubectl describe xrd {name}"
        yield Finding(code="EP705", about=about, message=text)
    elif scan.knows("CustomResourceDefinition"):
        yield from _served(definition, name, [name, *([f"{api.plural}.{config.group}"] if claims else [])], scan)
    known = mapping_at(_schema(definition), "status", "properties")
    missing = list(_missing(mapping_at(declared(read(api.status, config)), "properties"), known, "status"))
    if missing:
        text = f"lacks {_listed(missing)}. If the function writes such a field, the whole status is lost"
        hint = "apply the definition of this version before you upgrade the function"
        yield Finding(code="EP707", about=about, message=f"{text}. Hint: {hint}", severity="warning")


def _served(definition: Manifest, name: str, crds: Sequence[str], scan: Scan) -> Iterator[Finding]:
    for served in crds:
        found = scan.get("CustomResourceDefinition", served)
        changed = ["the CRD does not exist"] if found is None else list(_differences(definition, found))
        if changed:
            text = f"what the API server serves as {served} differs from the definition: {_listed(changed)}"
            hint = f"the events in kubectl describe xrd {name} show why Crossplane cannot apply it"
            yield Finding(code="EP706", about=f"XRD {name}", message=f"{text}. Hint: {hint}")


def _differences(definition: Manifest, crd: Manifest) -> Iterator[str]:
    """Yield the fields right below spec and status that differ; Crossplane copies everything below them."""
    for part, added in _ADDED.items():
        written, served = (mapping_at(_schema(found), part, "properties") for found in (definition, crd))
        for key in sorted({*written, *served} - added):
            if _kept(written.get(key)) != _kept(served.get(key)):
                yield f"{part}.{key}"


def _kept(schema: Json) -> Json:
    """Return a schema without what the API server drops when it stores one: empty texts, lists, and maps, and false."""
    if isinstance(schema, Mapping):
        kept = {key: _kept(value) for key, value in schema.items()}
        # 0 is kept, which is equal to False
        return {key: value for key, value in kept.items() if value is not False and value not in (None, "", [], {})}
    return [_kept(item) for item in schema] if isinstance(schema, list) else schema


def _missing(expected: Mapping[str, Json], known: Mapping[str, Json], path: str) -> Iterator[str]:
    for key, schema in expected.items():
        here = f"{path}.{key}"
        if key not in known:
            yield here
            continue
        for below in (("properties",), ("items", "properties")):
            yield from _missing(mapping_at(schema, *below), mapping_at(known[key], *below), here)


def _schema(definition: Manifest) -> Mapping[str, Json]:
    for version in items_at(definition, "spec", "versions"):
        if text_at(version, "name") == VERSION:
            return mapping_at(version, "schema", "openAPIV3Schema", "properties")
    return {}


def _is_true(definition: Manifest, kind: str) -> bool:
    return text_at(condition(definition, kind), "status") == "True"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")
