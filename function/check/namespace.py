"""The namespace of a claim. Claims in an invalid namespace never reach the function."""

from function.base.manifest import Manifest, mapping_at, text_at
from function.base.problems import Problem, describe, shown
from function.base.validation import matches
from function.check.platform import Platform

DEFAULT_NAMESPACE = "default"
"""The namespace that kubectl uses for an object without one, unless its context has another."""
_PATH = "metadata.namespace"
_NAME = "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"
_RULE = "a namespace must be 1 to 63 lowercase letters, digits and dashes, and must not begin or end with a dash"
_NONE = Problem(
    path=_PATH,
    message=describe("not set, so it depends on the kubectl context", hint="set the namespace here"),
    code="EP302",
    severity="warning",
)


def with_namespace(manifest: Manifest, platform: Platform) -> Manifest:
    """Return a claim with its namespace, or with the one that kubectl would use. Other objects do not change."""
    metadata = manifest.get("metadata")
    if platform.api(text_at(manifest, "kind")) is None or not isinstance(metadata, dict):
        return manifest
    if metadata.get("namespace") is not None:
        return manifest
    return {**manifest, "metadata": {**mapping_at(manifest, "metadata"), "namespace": DEFAULT_NAMESPACE}}


def namespace_problems(manifest: Manifest, platform: Platform) -> list[Problem]:
    """Return a warning if a claim has no namespace, and an error if no namespace can have this name."""
    if with_namespace(manifest, platform) is not manifest:
        return [_NONE]
    name = text_at(manifest, "metadata", "namespace")
    if not name or matches(_NAME, name):
        return []
    return [Problem(path=_PATH, message=describe(_RULE, got=shown(name)), code="EP210", value=name)]
