"""A judge of emitted manifests that shares no rule with the code that makes them.

First the schemas, then what API servers refuse beyond them.
"""

from collections.abc import Iterator

from function.base.manifest import Json, Manifest, at, text_at
from tests.schemas.kinds import broken_kind
from tests.schemas.metadata import broken_metadata
from tests.schemas.validators import validator
from tests.schemas.values import impure


def violations(manifest: Manifest) -> list[str]:
    """Return what is wrong with a manifest, a line each and [] if nothing is; a kind nobody knows is a violation."""
    return list(_violations(manifest, ""))


def _violations(manifest: Json, path: str) -> Iterator[str]:
    found = [f"{path}{place}" for place in impure(manifest, "")]
    if found:
        yield from found
        return
    api_version, kind = text_at(manifest, "apiVersion"), text_at(manifest, "kind")
    judge = validator(api_version, kind)
    if judge is None:
        yield f"{path}kind: no schema for {kind!r} in {api_version!r}"
        return
    for error in judge.iter_errors(manifest):
        steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.instance_path)
        yield f"{path}{steps.removeprefix('.')}: {error.message}"
    composed = kind == "Object"
    for line in (*broken_metadata(manifest, named=not composed), *broken_kind(kind, manifest)):
        yield f"{path}{line}"
    if composed:
        yield from _violations(at(manifest, "spec", "forProvider", "manifest"), f"{path}spec.forProvider.manifest.")
